import { clip, zCritical, type Interval } from './probability.js';

/** Share of answers in the top box, percent 0..100, with its Wilson interval. */
export interface BoxScore {
  readonly n: number;
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** Wilson score interval of `hits` out of `n`, percent (A8; Wilson 1927). Null for n = 0. */
export const wilsonInterval = (hits: number, n: number, confidence = 0.95): Interval | null => {
  if (n <= 0) return null;
  const z = zCritical(confidence);
  const p = hits / n;
  const shrink = 1 + z ** 2 / n;
  const centre = (p + z ** 2 / (2 * n)) / shrink;
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n * n))) / shrink;
  return clip([100 * (centre - half), 100 * (centre + half)], 0, 100);
};

/** Box score: 100·hits/n (CSAT is the top two points of the scale, A8; CES 2.0 the top three, A10). */
export const boxScore = (hits: number, n: number, confidence = 0.95): BoxScore =>
  n <= 0 ? { n: 0, value: null, interval: null } : { n, value: (100 * hits) / n, interval: wilsonInterval(hits, n, confidence) };

/** How many of a scale's highest points make the box. */
export const TOP_BOX = { csat: 2, ces: 3 } as const;
