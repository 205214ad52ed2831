import { zCritical } from './probability.js';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Expected shares of promoters and detractors, fractions 0..1. */
export interface ExpectedMix {
  readonly promoters: number;
  readonly detractors: number;
}

const variance = ({ promoters, detractors }: ExpectedMix): number => promoters + detractors - (promoters - detractors) ** 2;

/** Answers needed for an interval of ± `halfWidth` points (A3). Throws RangeError unless halfWidth > 0. */
export const sampleSizeForHalfWidth = (mix: ExpectedMix, halfWidth: number, confidence = 0.95): number => {
  if (!(halfWidth > 0)) throw new RangeError('the half-width must be above zero');
  return Math.ceil((zCritical(confidence) ** 2 * variance(mix)) / (halfWidth / 100) ** 2);
};

/** Answers per group needed to detect a difference of `points` with the given power (fraction) at two-sided `alpha` (A3). */
export const sampleSizeForDifference = (mix: ExpectedMix, points: number, alpha = 0.05, power = 0.8): number => {
  if (!(points > 0)) throw new RangeError('the difference must be above zero');
  const z = zCritical(1 - alpha) + normalQuantile(power, 0, 1);
  return Math.ceil((z ** 2 * 2 * variance(mix)) / (points / 100) ** 2);
};
