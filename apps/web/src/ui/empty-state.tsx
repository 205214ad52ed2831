import type { ReactNode } from 'react';
import type { Icon } from './icons';
import styles from './state.module.css';

/** What a page says when it has nothing to show: why, and the one next step. */
export const EmptyState = ({ icon: Glyph, title, children, action }: { icon?: Icon; title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className={styles.state}>
    {Glyph == null ? null : <Glyph size={28} stroke={1.5} aria-hidden className={styles.glyph} />}
    <p className={styles.title}>{title}</p>
    {children == null ? null : <div className={styles.text}>{children}</div>}
    {action == null ? null : <div className={styles.action}>{action}</div>}
  </div>
);
