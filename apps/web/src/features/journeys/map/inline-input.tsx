import { useEffect, useRef, type KeyboardEvent } from 'react';
import styles from './grid.module.css';

export interface InlineInputProps {
  label: string;
  value: string;
  max: number;
  placeholder?: string;
  /** `next` = left by Enter, so that one more may be added. */
  onCommit: (text: string, next: boolean) => void;
  onCancel: () => void;
}

const MENU_CLOSES = 30;

/** A field in the place of what it names: Enter takes, Esc leaves, leaving the field takes too. */
export const InlineInput = ({ label, value, max, placeholder = '', onCommit, onCancel }: InlineInputProps) => {
  const isDone = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const isSettled = useRef(false);
  // Focus moves in because the person has just asked to type here. A menu used for it gives the focus back to its button while it closes, so it is taken again.
  useEffect(() => {
    field.current?.select();
    const timer = window.setTimeout(() => {
      isSettled.current = true;
      if (document.activeElement !== field.current) field.current?.focus();
    }, MENU_CLOSES);
    return () => window.clearTimeout(timer);
  }, []);
  const finish = (text: string, next: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const line = text.trim().replace(/\s+/g, ' ');
    if (line === '' || line === value) onCancel();
    else onCommit(line, next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      finish(event.currentTarget.value, true);
    }
    if (event.key === 'Escape') {
      isDone.current = true;
      onCancel();
    }
  };
  return (
    <textarea
      ref={field}
      className={styles.inline}
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      maxLength={max}
      rows={1}
      onKeyDown={onKeyDown}
      onBlur={(event) => { if (isSettled.current) finish(event.currentTarget.value, false); }}
    />
  );
};
