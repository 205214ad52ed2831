import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconAlertTriangle } from './icons';
import styles from './state.module.css';

export interface ErrorWords {
  /** What happened. */
  title: string;
  /** What was kept. */
  kept?: string | undefined;
  /** What to do. */
  todo: string;
  retryLabel: string;
  /** For support: the request's id. */
  reference?: string | undefined;
}

interface ErrorStateProps {
  words: ErrorWords;
  /** Reads again what could not be read: nothing was typed that could be kept. */
  onRetry?: () => void;
  /** The way on where reading again is none. */
  action?: ReactNode;
  compact?: boolean;
}

/** A failure in the place of the content it kept from showing. */
export const ErrorState = ({ words, onRetry, action, compact = false }: ErrorStateProps) => (
  <div className={styles.state} role="alert" data-compact={compact || undefined}>
    <IconAlertTriangle size={compact ? 18 : 28} stroke={1.5} aria-hidden className={styles.alarm} />
    <p className={styles.title}>{words.title}</p>
    <div className={styles.text}>
      {words.kept == null || onRetry != null || action != null ? null : <p>{words.kept}</p>}
      <p>{words.todo}</p>
    </div>
    {action != null ? <div className={styles.action}>{action}</div> : onRetry == null ? null : <div className={styles.action}><Button variant="default" onClick={onRetry}>{words.retryLabel}</Button></div>}
    {words.reference == null ? null : <p className={styles.reference}>{words.reference}</p>}
  </div>
);
