import { boxScore, TOP_BOX, type BoxScore } from './box-score.js';
import { minMax } from './csi.js';
import type { Scale } from './distribution.js';
import { meanEstimate, type MeanEstimate } from './sample.js';

/** CES 2.0 of raw ratings: the headline is the top-3 box; mean and CES100 (0..100) stand beside it. */
export interface CesResult {
  readonly mean: MeanEstimate;
  readonly ces100: number | null;
  readonly box: BoxScore;
}

/** Customer effort score 2.0, 1 strongly disagree .. 7 strongly agree that it was easy (A10; Dixon, Toman, DeLisi 2013). */
export const cesOf = (ratings: readonly number[], scale: Scale = [1, 7], confidence = 0.95): CesResult => {
  const estimate = meanEstimate(ratings, confidence);
  return {
    mean: estimate,
    ces100: estimate.mean == null ? null : minMax(estimate.mean, scale),
    box: boxScore(ratings.filter((rating) => rating > scale[1] - TOP_BOX.ces).length, ratings.length, confidence),
  };
};
