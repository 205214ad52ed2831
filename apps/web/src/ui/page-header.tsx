import { useMediaQuery } from '@mantine/hooks';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'react-router';
import styles from './page-header.module.css';

interface Slot {
  /** The top bar's place for the title and the page's own actions; null until the bar is drawn. */
  bar: HTMLElement | null;
  /** Called with the title of the page that has just appeared or renamed itself. */
  onTitle: (title: string) => void;
}

export const PageHeaderSlot = createContext<Slot>({ bar: null, onTitle: () => undefined });

interface PageHeaderProps {
  /** A noun; also the window's title. */
  title: string;
  /** The way back, drawn before the title. */
  crumb?: { label: string; to: string };
  /** Chips and other small facts after the title; one with the role `status` is never shortened. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** A page's title, facts and actions in the shell's top bar; on a phone facts and actions stand under it, as the page's first row. Every page renders exactly one. */
export const PageHeader = ({ title, crumb, children, actions }: PageHeaderProps) => {
  const { bar, onTitle } = useContext(PageHeaderSlot);
  const isNarrow = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false });
  useEffect(() => onTitle(title), [title, onTitle]);
  if (bar == null) return null;
  const rest = (
    <>
      {children == null ? null : <div className={styles.facts}>{children}</div>}
      {actions == null ? null : <div className={styles.actions}>{actions}</div>}
    </>
  );
  return (
    <>
      {createPortal(
        <>
          {crumb == null ? null : <Link className={styles.crumb} to={crumb.to}>{crumb.label}<span aria-hidden> /</span></Link>}
          <h1 className={styles.title} tabIndex={-1}>{title}</h1>
          {isNarrow ? null : rest}
        </>,
        bar,
      )}
      {isNarrow && (children != null || actions != null) ? <div className={styles.below}>{rest}</div> : null}
    </>
  );
};
