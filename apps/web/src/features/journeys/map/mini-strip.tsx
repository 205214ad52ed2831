import styles from './grid.module.css';

/** A stage's touchpoints as a row of their colours: never an average. */
export const MiniStrip = ({ colours, label }: { colours: readonly (string | null)[]; label: string }) => (
  <span className={styles.mini} role="img" aria-label={label}>
    {colours.map((colour, index) => (
      // Tiles have no identity of their own: they are the stage's cards in their order.
      <i key={index} data-empty={colour === null || undefined} style={colour === null ? {} : { background: colour }} />
    ))}
  </span>
);
