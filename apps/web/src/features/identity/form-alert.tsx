import type { ReactNode } from 'react';
import { IconAlertTriangle } from '../../ui/icons';
import styles from './identity.module.css';

/** What the server said about the whole form. */
export const FormAlert = ({ children }: { children: ReactNode }) => (
  <div className={styles.alert} role="alert">
    <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
    <div>{children}</div>
  </div>
);
