import { wilsonInterval } from './box-score.js';
import { answersIn, type Distribution } from './distribution.js';
import { boundsOf, contributionsOf, intervalMethodOf, type Formula } from './formula.js';
import { adjustedNpsMoments, adjustedWaldInterval } from './nps-interval.js';
import { npsCountsOf } from './nps.js';
import { clip, tCritical } from './probability.js';
import { sum } from './sample.js';
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

/** Mean and population variance of contributions; exactly 0 when all answers contribute the same. */
const moments = (counts: readonly number[], contributions: readonly number[], n: number): { value: number; variance: number } => {
  const given = contributions.filter((_, index) => (counts[index] ?? 0) > 0);
  const first = given[0] ?? 0;
  if (given.every((contribution) => contribution === first)) return { value: first, variance: 0 };
  const value = sum(contributions.map((contribution, index) => contribution * (counts[index] ?? 0))) / n;
  return { value, variance: sum(contributions.map((contribution, index) => (contribution - value) ** 2 * (counts[index] ?? 0))) / n };
};

/** Value, weighted value, interval and standard error of a histogram by one formula (A1, A2, A7–A11). Null without answers. */
export const estimateOf = (formula: Formula, distribution: Distribution, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): Estimate | null => {
  const n = answersIn(distribution);
  if (n <= 0) return null;
  const contributions = contributionsOf(formula, distribution.scale);
  const { value, variance } = moments(distribution.counts, contributions, n);
  const weight = sum(distribution.weights);
  const shared = {
    n,
    effectiveN: kishEffectiveN(weight, distribution.weightSquares),
    value,
    weightedValue: weight > 0 ? sum(contributions.map((contribution, index) => contribution * (distribution.weights[index] ?? 0))) / weight : null,
    variance,
  };
  switch (intervalMethodOf(formula)) {
    case 'adjusted_wald': {
      const counts = npsCountsOf(distribution);
      const adjusted = adjustedNpsMoments(counts);
      const interval = adjustedWaldInterval(counts, settings.confidence);
      return { ...shared, ciLow: interval?.[0] ?? null, ciHigh: interval?.[1] ?? null, se: adjusted.se, centre: adjusted.nps };
    }
    case 'wilson': {
      const hits = sum(distribution.counts.filter((_, index) => contributions[index] === 100));
      const interval = wilsonInterval(hits, n, settings.confidence);
      return { ...shared, ciLow: interval?.[0] ?? null, ciHigh: interval?.[1] ?? null, se: Math.sqrt(variance / n), centre: value };
    }
    case 't': {
      if (n < 2) return { ...shared, ciLow: null, ciHigh: null, se: null, centre: value };
      const se = Math.sqrt(variance / (n - 1));
      const half = tCritical(settings.confidence, n - 1) * se;
      const [low, high] = clip([value - half, value + half], ...boundsOf(formula, distribution.scale));
      return { ...shared, ciLow: low, ciHigh: high, se, centre: value };
    }
  }
};
