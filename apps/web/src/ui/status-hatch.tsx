import styles from './status-hatch.module.css';

/** How a cell without a full figure is drawn: few answers, hidden for privacy, none at all. */
export type CellStatus = 'ok' | 'low_n' | 'suppressed_privacy' | 'no_data';

/** The class that lays the status over an element's own background; nothing for `ok`. */
export const statusClass = (status: CellStatus): string | undefined => (status === 'ok' ? undefined : styles[status]);

/** A legend's sample of one status. */
export const StatusSwatch = ({ status, label }: { status: Exclude<CellStatus, 'ok'>; label: string }) => (
  <span className={styles.legend}>
    <span aria-hidden className={[styles.swatch, styles[status]].join(' ')} />
    {label}
  </span>
);
