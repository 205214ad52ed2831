import { Skeleton } from '@mantine/core';
import styles from './skeletons.module.css';

const keys = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Rows of a table or list that is on its way. */
export const RowsSkeleton = ({ rows = 6, label }: { rows?: number; label: string }) => (
  <div className={styles.rows} role="status" aria-label={label}>
    {keys(rows).map((row) => <Skeleton key={row} height={28} radius="sm" />)}
  </div>
);

/** Tiles of a dashboard that is on its way. */
export const TilesSkeleton = ({ tiles = 4, label }: { tiles?: number; label: string }) => (
  <div className={styles.tiles} role="status" aria-label={label}>
    {keys(tiles).map((tile) => <Skeleton key={tile} height={132} radius="md" />)}
  </div>
);
