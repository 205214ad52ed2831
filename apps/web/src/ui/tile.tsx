import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './tile.module.css';

interface TileProps {
  title: string;
  children: ReactNode;
  /** Where the tile's figures come from; the title becomes the link. */
  to?: string;
  aside?: ReactNode;
  emphasis?: boolean;
  className?: string | undefined;
}

/** A bordered section of a dashboard, named by its title. */
export const Tile = ({ title, children, to, aside, emphasis = false, className }: TileProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={[styles.tile, className].filter(Boolean).join(' ')} data-emphasis={emphasis || undefined}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>{to == null ? title : <Link to={to}>{title}</Link>}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
};
