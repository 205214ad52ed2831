import { wilsonInterval } from './box-score.js';
import type { Distribution } from './distribution.js';
import { boundsOf, contributionsOf, intervalMethodOf, type Formula } from './formula.js';
import { adjustedNpsMoments, adjustedWaldInterval } from './nps-interval.js';
import { npsCountsOf } from './nps.js';
import { clip, tCritical } from './probability.js';
import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from './settings.js';
import { kishEffectiveN } from './weighting.js';

/**
 * A figure before any hiding, on the formula's scale. `value`, interval and `variance` (population variance of the answers'
 * contributions) are unweighted; `weightedValue` and `effectiveN` use weights. `se` is the value's standard error (for NPS the
 * adjusted one); `centre` is what differences are tested on: the adjusted NPS, otherwise the value.
 */
export interface Estimate {
  readonly n: number;
  readonly effectiveN: number | null;
  readonly value: number;
  readonly weightedValue: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly se: number | null;
  readonly variance: number;
  readonly centre: number;
}

interface Moments {
  readonly n: number;
  readonly value: number;
  readonly variance: number;
  readonly weight: number;
  readonly weightedSum: number;
  readonly hits: number;
}

/** One pass for the sums and one for the variance, which is exactly 0 when all answers contribute the same. Null without answers. */
const momentsOf = ({ counts, weights }: Distribution, contributions: readonly number[]): Moments | null => {
  let [n, total, weight, weightedSum, hits] = [0, 0, 0, 0, 0];
  let first: number | null = null;
  let same = true;
  for (let index = 0; index < contributions.length; index += 1) {
    const [count, weighed, x] = [counts[index] ?? 0, weights[index] ?? 0, contributions[index] ?? 0];
    weight += weighed;
    weightedSum += weighed * x;
    if (count <= 0) continue;
    n += count;
    total += count * x;
    if (x === 100) hits += count;
    first ??= x;
    same &&= x === first;
  }
  if (n <= 0 || first == null) return null;
  if (same) return { n, value: first, variance: 0, weight, weightedSum, hits };
  const value = total / n;
  let squares = 0;
  for (let index = 0; index < contributions.length; index += 1) squares += (counts[index] ?? 0) * ((contributions[index] ?? 0) - value) ** 2;
  return { n, value, variance: squares / n, weight, weightedSum, hits };
};

/** Value, weighted value, interval and standard error of a histogram by one formula (A1, A2, A7–A11). Null without answers. */
export const estimateOf = (formula: Formula, distribution: Distribution, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): Estimate | null => {
  const moments = momentsOf(distribution, contributionsOf(formula, distribution.scale));
  if (moments == null) return null;
  const { n, value, variance, weight } = moments;
  const effectiveN = kishEffectiveN(weight, distribution.weightSquares);
  const weightedValue = weight > 0 ? moments.weightedSum / weight : null;
  switch (intervalMethodOf(formula)) {
    case 'adjusted_wald': {
      const counts = npsCountsOf(distribution);
      const adjusted = adjustedNpsMoments(counts);
      const interval = adjustedWaldInterval(counts, settings.confidence);
      return { n, effectiveN, value, weightedValue, variance, ciLow: interval?.[0] ?? null, ciHigh: interval?.[1] ?? null, se: adjusted.se, centre: adjusted.nps };
    }
    case 'wilson': {
      const interval = wilsonInterval(moments.hits, n, settings.confidence);
      return { n, effectiveN, value, weightedValue, variance, ciLow: interval?.[0] ?? null, ciHigh: interval?.[1] ?? null, se: Math.sqrt(variance / n), centre: value };
    }
    case 't': {
      if (n < 2) return { n, effectiveN, value, weightedValue, variance, ciLow: null, ciHigh: null, se: null, centre: value };
      const se = Math.sqrt(variance / (n - 1));
      const half = tCritical(settings.confidence, n - 1) * se;
      const [low, high] = clip([value - half, value + half], ...boundsOf(formula, distribution.scale));
      return { n, effectiveN, value, weightedValue, variance, ciLow: low, ciHigh: high, se, centre: value };
    }
  }
};
