import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The padded column a page's content stands in: `wide` for dashboards, `medium` for short tables, `text` for forms. */
export const Page = ({ children, width = 'wide' }: { children: ReactNode; width?: 'wide' | 'medium' | 'text' }) => <div className={styles.page} data-width={width}>{children}</div>;
