import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** An interval [low, high] in the units of the figure it belongs to. */
export type Interval = readonly [low: number, high: number];

/** Two-sided normal critical value, for example 1.959964 for a confidence of 0.95 (a fraction between 0 and 1). */
export const zCritical = (confidence: number): number => normalQuantile(0.5 + confidence / 2, 0, 1);

/** From here on the expansion below agrees with the exact quantile to better than 1e-10 and costs a thousandth of it. */
const EXPANSION_DF = 300;

/** Quantile of t as a series in 1/df around the normal one (Abramowitz & Stegun 26.7.5). */
const tExpansion = (z: number, df: number): number => {
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df;
};

/** Two-sided critical value of Student's t with `df` > 0 degrees of freedom. */
export const tCritical = (confidence: number, df: number): number =>
  df >= EXPANSION_DF ? tExpansion(zCritical(confidence), df) : tQuantile(0.5 + confidence / 2, df);

/** Two-sided p of a standard normal z; taken from the lower tail, so that tiny values keep their digits. */
export const zTwoSidedP = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));

/** Two-sided p of Student's t with `df` > 0 degrees of freedom. */
export const tTwoSidedP = (t: number, df: number): number => Math.min(1, 2 * tCdf(-Math.abs(t), df));

/** Both ends of an interval brought inside [min, max]. */
export const clip = ([low, high]: Interval, min: number, max: number): Interval => [
  Math.min(max, Math.max(min, low)),
  Math.min(max, Math.max(min, high)),
];
