import { adjustedWaldInterval, npsMoments } from './nps-interval.js';
import { npsOf, type NpsCounts } from './nps.js';
import { clip, zCritical, type Interval } from './probability.js';
import { sum } from './sample.js';
import { effectiveNOf } from './weighting.js';

/** Weighted NPS in points with Kish's effective n, design effect n/n_eff, linearised SE and the adjusted interval on n_eff. */
export interface WeightedNps {
  readonly n: number;
  readonly nps: number;
  readonly effectiveN: number;
  readonly designEffect: number;
  readonly se: number | null;
  readonly interval: Interval;
}

/**
 * NPS of codes (+1, 0, −1) with positive weights (A7; Kish 1965). Null for an empty list; `se` null for n = 1.
 * Throws RangeError when the lists differ in length.
 */
export const weightedNps = (codes: readonly number[], weights: readonly number[], confidence = 0.95): WeightedNps | null => {
  if (codes.length !== weights.length) throw new RangeError('one weight per code is required');
  const effectiveN = effectiveNOf(weights);
  const total = sum(weights);
  if (effectiveN == null) return null;
  const n = codes.length;
  const weightOf = (code: number) => sum(weights.filter((_, index) => codes[index] === code)) / total;
  const m = weightOf(1) - weightOf(-1);
  const squares = sum(codes.map((code, index) => ((weights[index] ?? 0) * (code - m)) ** 2));
  const interval = adjustedWaldInterval(
    { promoters: weightOf(1) * effectiveN, passives: weightOf(0) * effectiveN, detractors: weightOf(-1) * effectiveN },
    confidence,
  );
  return {
    n,
    nps: 100 * m,
    effectiveN,
    designEffect: n / effectiveN,
    se: n < 2 ? null : (100 * Math.sqrt((n / (n - 1)) * squares)) / total,
    interval: interval ?? [-100, 100],
  };
};

/** One stratum: its share of the population (fractions that sum to 1) and its answers. */
export interface Stratum extends NpsCounts {
  readonly share: number;
}

/** Post-stratified NPS: Σ W_h·NPS_h, SE² = Σ W_h²·SE_h² (A7). Null when a stratum has no answers: then there is no weighted value. */
export const poststratifiedNps = (strata: readonly Stratum[], confidence = 0.95) => {
  const parts = strata.map((stratum) => ({ share: stratum.share, moments: npsMoments(stratum) }));
  let nps = 0;
  let variance = 0;
  for (const { share, moments } of parts) {
    if (moments == null) return null;
    nps += share * moments.nps;
    variance += (share * moments.se) ** 2;
  }
  const se = Math.sqrt(variance);
  const half = zCritical(confidence) * se;
  const pooled = { promoters: sum(strata.map((s) => s.promoters)), passives: sum(strata.map((s) => s.passives)), detractors: sum(strata.map((s) => s.detractors)) };
  return strata.length === 0 ? null : { nps, se, interval: clip([nps - half, nps + half], -100, 100), unweightedNps: npsOf(pooled).nps };
};
