import { Tooltip } from '@mantine/core';
import styles from './grid.module.css';

/** What is said of a point of the lane, and where: pixels from the lane's corner. */
export interface Tip {
  x: number;
  y: number;
  words: string;
}

export type ShowTip = (tip: Tip | null) => void;

/** One tooltip for all points of a lane: a map of 300 cards has as many points. */
export const EmotionTip = ({ tip }: { tip: Tip | null }) => (tip === null ? null : (
  <Tooltip key={`${tip.x} ${tip.y}`} opened label={tip.words} multiline maw={280} offset={9}>
    <span aria-hidden className={styles.tipPlace} style={{ left: tip.x, top: tip.y }} />
  </Tooltip>
));
