import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'bad' | 'warn';

/** A small label beside a title or a value; colour only repeats what the words say. With `mayShrink` a long text ends in an ellipsis where there is no room. */
export const Chip = ({ children, tone = 'neutral', icon, title, mayShrink = false }: { children: ReactNode; tone?: Tone; icon?: ReactNode; title?: string; mayShrink?: boolean }) => (
  <span className={styles.chip} data-tone={tone} data-shrink={mayShrink || undefined} title={title}>
    {icon}
    <span className={styles.text}>{children}</span>
  </span>
);
