import { clip, zCritical, type Interval } from './probability.js';
import type { NpsCounts } from './nps.js';

/** NPS with the variance of one answer (0..1) and the standard error in points. `n` may be an effective number. */
export interface NpsMoments {
  readonly n: number;
  readonly nps: number;
  readonly variance: number;
  readonly se: number;
}

/** Pseudo-answers added to promoters, passives and detractors (Rocks 2016). */
const PSEUDO = { promoters: 0.75, passives: 1.5, detractors: 0.75 } as const;

/** Trinomial moments: V = p + d − (p − d)², SE = 100·√(V/n) (A2). Null for n = 0. */
export const npsMoments = ({ promoters, passives, detractors }: NpsCounts): NpsMoments | null => {
  const n = promoters + passives + detractors;
  if (n <= 0) return null;
  const m = (promoters - detractors) / n;
  const variance = Math.max(0, (promoters + detractors) / n - m * m);
  return { n, nps: 100 * m, variance, se: 100 * Math.sqrt(variance / n) };
};

/** Moments after adding the pseudo-answers; defined for every count, also zero (A2). */
export const adjustedNpsMoments = (counts: NpsCounts): NpsMoments => {
  const promoters = counts.promoters + PSEUDO.promoters;
  const passives = counts.passives + PSEUDO.passives;
  const detractors = counts.detractors + PSEUDO.detractors;
  const n = promoters + passives + detractors;
  const m = (promoters - detractors) / n;
  const variance = (promoters + detractors) / n - m * m;
  return { n, nps: 100 * m, variance, se: 100 * Math.sqrt(variance / n) };
};

const around = ({ nps, se }: NpsMoments, confidence: number): Interval => {
  const half = zCritical(confidence) * se;
  return clip([nps - half, nps + half], -100, 100);
};

/** Wald interval in points, clipped to −100..100 (A2); not for display below n = 200. Null for n = 0. */
export const waldInterval = (counts: NpsCounts, confidence = 0.95): Interval | null => {
  const moments = npsMoments(counts);
  return moments == null ? null : around(moments, confidence);
};

/** Adjusted Wald interval in points, clipped to −100..100: the product's default (A2; Rocks 2016). Null for n = 0. */
export const adjustedWaldInterval = (counts: NpsCounts, confidence = 0.95): Interval | null =>
  counts.promoters + counts.passives + counts.detractors <= 0 ? null : around(adjustedNpsMoments(counts), confidence);
