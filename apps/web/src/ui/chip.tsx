import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'bad' | 'warn';

/** A small label beside a title or a value; colour only repeats what the words say. */
export const Chip = ({ children, tone = 'neutral', icon, title }: { children: ReactNode; tone?: Tone; icon?: ReactNode; title?: string }) => (
  <span className={styles.chip} data-tone={tone} title={title}>
    {icon}
    {children}
  </span>
);
