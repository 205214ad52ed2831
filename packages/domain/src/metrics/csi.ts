import { mean, meanEstimate, sum } from './sample.js';
import type { Interval } from './probability.js';
import type { Scale } from './distribution.js';
import { DEFAULT_METRIC_SETTINGS } from './settings.js';

type Row = readonly (number | null)[];

/** Input of the index: one row per respondent, one column per attribute; null = not answered. */
export interface CsiInput {
  readonly importance: readonly Row[];
  readonly satisfaction: readonly Row[];
  readonly scale: Scale;
  /** A respondent counts when the answered attributes carry at least this share of weight. */
  readonly minAnsweredWeight?: number;
}

/** Customer satisfaction index in its published variants; `value` (0..100, min-max per respondent) is the product's. */
export interface CsiResult {
  readonly meanImportance: readonly (number | null)[];
  readonly meanSatisfaction: readonly (number | null)[];
  readonly weights: readonly number[];
  readonly weightedMean: number;
  readonly aggregate: number;
  readonly ratio: number;
  readonly value: number | null;
  readonly n: number;
  readonly se: number | null;
  readonly interval: Interval | null;
}

const columnMeans = (rows: readonly Row[], columns: number): (number | null)[] =>
  Array.from({ length: columns }, (_, column) => mean(rows.map((row) => row[column]).filter((cell): cell is number => cell != null)));

/** One answer on 0..100: 100·(x − min)/(max − min). */
export const minMax = (score: number, [min, max]: Scale): number => (100 * (score - min)) / (max - min);

/**
 * CSI with stated importance (A9): w_k = mean importance / Σ, csi_i = weighted min-max over what i answered, CSI = mean of csi_i
 * with a t interval. Throws RangeError when an attribute has no importance or no satisfaction at all.
 */
export const csiOf = ({ importance, satisfaction, scale, minAnsweredWeight = DEFAULT_METRIC_SETTINGS.csi.minAnsweredWeight }: CsiInput): CsiResult => {
  const columns = [...importance, ...satisfaction].reduce((most, row) => Math.max(most, row.length), 0);
  const meanImportance = columnMeans(importance, columns);
  const meanSatisfaction = columnMeans(satisfaction, columns);
  const known = (values: readonly (number | null)[]) => values.filter((value): value is number => value != null);
  const stated = known(meanImportance);
  const satisfied = known(meanSatisfaction);
  if (columns === 0 || stated.length < columns || satisfied.length < columns || sum(stated) <= 0) throw new RangeError('every attribute needs importance and satisfaction');
  const weights = stated.map((value) => value / sum(stated));
  const weightedMean = sum(satisfied.map((value, k) => value * (weights[k] ?? 0)));
  const respondents = satisfaction.flatMap((row) => {
    const answered = row.flatMap((cell, k) => (cell == null ? [] : [{ cell, weight: weights[k] ?? 0 }]));
    const share = sum(answered.map(({ weight }) => weight));
    if (share <= 0 || share < minAnsweredWeight - 1e-9) return [];
    return [sum(answered.map(({ cell, weight }) => weight * minMax(cell, scale))) / share];
  });
  const estimate = meanEstimate(respondents);
  return {
    meanImportance,
    meanSatisfaction,
    weights,
    weightedMean,
    aggregate: minMax(weightedMean, scale),
    ratio: (100 * weightedMean) / scale[1],
    value: estimate.mean,
    n: estimate.n,
    se: estimate.se,
    interval: estimate.interval,
  };
};

/** ACSI index 0..100 from the means of its three questions and their weights (fractions that sum to 1), A9. Throws RangeError when the lists differ in length. */
export const acsiOf = (means: readonly number[], weights: readonly number[], scale: Scale = [1, 10]): number => {
  if (means.length !== weights.length) throw new RangeError('one weight per mean is required');
  return sum(means.map((value, index) => (weights[index] ?? 0) * minMax(value, scale)));
};
