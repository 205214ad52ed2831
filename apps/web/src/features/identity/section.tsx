import { useId, type ReactNode } from 'react';
import styles from './identity.module.css';

/** One matter of a settings page. */
export const Section = ({ title, text, children }: { title: string; text?: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {text == null ? null : <p>{text}</p>}
      </header>
      {children}
    </section>
  );
};
