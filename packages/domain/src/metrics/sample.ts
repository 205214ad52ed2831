import { tCritical, tTwoSidedP, type Interval } from './probability.js';

/** Sum of plain numbers. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Arithmetic mean; null for an empty list. */
export const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);

/** Mean of plain numbers with its t interval; `se` is sd / √n with the sample standard deviation. Null parts where n is too small. */
export interface MeanEstimate {
  readonly n: number;
  readonly mean: number | null;
  readonly se: number | null;
  readonly interval: Interval | null;
}

/**
 * Mean, standard error and t interval of independent values (any unit; the result keeps it).
 * `mean` is null for n = 0; `se` and `interval` are null for n < 2.
 */
export const meanEstimate = (values: readonly number[], confidence = 0.95): MeanEstimate => {
  const n = values.length;
  const m = mean(values);
  if (m == null || n < 2) return { n, mean: m, se: null, interval: null };
  const se = Math.sqrt(sum(values.map((value) => (value - m) ** 2)) / (n - 1) / n);
  const half = tCritical(confidence, n - 1) * se;
  return { n, mean: m, se, interval: [m - half, m + half] };
};

/** One-sample t test of a mean against zero, used for paired differences. */
export interface PairedTest extends MeanEstimate {
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
}

/** Paired test on per-person differences (Student): t, df, two-sided p; null where n < 2 or the differences do not vary. */
export const pairedTest = (differences: readonly number[], confidence = 0.95): PairedTest => {
  const estimate = meanEstimate(differences, confidence);
  if (estimate.mean == null || estimate.se == null || estimate.se === 0) return { ...estimate, t: null, df: null, p: null };
  const t = estimate.mean / estimate.se;
  const df = estimate.n - 1;
  return { ...estimate, t, df, p: tTwoSidedP(t, df) };
};
