import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './figure.module.css';

interface FigureProps {
  /** Already formatted. */
  value: string;
  /** Shown on hover and focus: interval, n, method. */
  details: ReactNode;
  /** Always shown beside or under the value. */
  note?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** What the value is, for people who do not see where it stands. */
  label: string;
}

/** A number that carries its interval and n one hover or one Tab away. */
export const Figure = ({ value, details, note, size = 'medium', label }: FigureProps) => (
  <span className={styles.figure} data-size={size}>
    <Tooltip label={details} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={styles.value} aria-label={`${label}: ${value}`}>{value}</button>
    </Tooltip>
    {note == null ? null : <span className={styles.note}>{note}</span>}
  </span>
);
