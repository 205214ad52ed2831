import { adjustedNpsMoments, npsMoments, type NpsMoments } from './nps-interval.js';
import { npsCode, type NpsCounts } from './nps.js';
import { clip, zCritical, zTwoSidedP } from './probability.js';
import { pairedTest, type PairedTest } from './sample.js';

/** A tested difference in points: B − A, its standard error, z, two-sided p and interval clipped to −200..200. */
export interface NpsDifference {
  readonly diff: number;
  readonly se: number;
  readonly z: number | null;
  readonly p: number | null;
  readonly low: number;
  readonly high: number;
}

const difference = (a: NpsMoments, b: NpsMoments, confidence: number): NpsDifference => {
  const diff = b.nps - a.nps;
  const se = Math.hypot(a.se, b.se);
  const z = se > 0 ? diff / se : null;
  const half = zCritical(confidence) * se;
  const [low, high] = clip([diff - half, diff + half], -200, 200);
  return { diff, se, z, p: z == null ? null : zTwoSidedP(z), low, high };
};

/** Raw difference of two NPS with the adjusted test that is shown beside it, and the plain one for reference. */
export interface NpsComparison {
  readonly rawDiff: number;
  readonly adjusted: NpsDifference;
  readonly unadjusted: NpsDifference;
}

/** Compares two independent groups, B − A (A4). Not for a panel, nor for a part with its whole. Null when a side is empty. */
export const compareNps = (a: NpsCounts, b: NpsCounts, confidence = 0.95): NpsComparison | null => {
  const plainA = npsMoments(a);
  const plainB = npsMoments(b);
  if (plainA == null || plainB == null) return null;
  return {
    rawDiff: plainB.nps - plainA.nps,
    adjusted: difference(adjustedNpsMoments(a), adjustedNpsMoments(b), confidence),
    unadjusted: difference(plainA, plainB, confidence),
  };
};

/** The same people asked twice: t test on the differences of their codes, in points (A4). Throws RangeError when the lists differ in length. */
export const comparePanelNps = (before: readonly number[], after: readonly number[], confidence = 0.95): PairedTest => {
  if (before.length !== after.length) throw new RangeError('a panel needs both ratings of every person');
  return pairedTest(after.map((rating, index) => 100 * (npsCode(rating) - npsCode(before[index] ?? Number.NaN))), confidence);
};

/** The rest of a whole, for comparing a part with what does not contain it (A4, overlap). Throws RangeError when the part is not inside. */
export const restOf = (total: NpsCounts, part: NpsCounts): NpsCounts => {
  const rest = {
    promoters: total.promoters - part.promoters,
    passives: total.passives - part.passives,
    detractors: total.detractors - part.detractors,
  };
  if (rest.promoters < 0 || rest.passives < 0 || rest.detractors < 0) throw new RangeError('the part is not inside the whole');
  return rest;
};
