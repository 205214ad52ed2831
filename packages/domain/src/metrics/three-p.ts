import { DEFAULT_METRIC_SETTINGS } from './settings.js';
import { mean } from './sample.js';
import { minMax } from './csi.js';

/** The three Ps in their fixed order; ties of the weakest are broken in it. */
export const THREE_P = ['people', 'process', 'product'] as const;
export type PName = (typeof THREE_P)[number];

/** Rubric levels of a score by staff. */
export const RUBRIC_SCALE = [1, 5] as const;

/** Scores 0..100 per P (null = not scored) and what they make together. */
export interface Composite {
  readonly composite: number | null;
  readonly geometric: number | null;
  readonly weakest: PName | null;
  readonly spread: number | null;
}

/**
 * 3P composite of a touchpoint (A12): weighted mean of the available Ps, 0..100. All null when the available weight is below
 * `minWeightShare` of the total; a P of weight 0 does not take part.
 */
export const compositeOf = (
  scores: Readonly<Record<PName, number | null>>,
  weights: Readonly<Record<PName, number>> = DEFAULT_METRIC_SETTINGS.threeP.weights,
  minWeightShare: number = DEFAULT_METRIC_SETTINGS.threeP.minWeightShare,
): Composite => {
  const total = THREE_P.reduce((all, p) => all + weights[p], 0);
  const available = THREE_P.flatMap((p) => {
    const score = scores[p];
    return score == null || weights[p] <= 0 ? [] : [{ p, score, weight: weights[p] }];
  });
  const weight = available.reduce((all, part) => all + part.weight, 0);
  const first = available[0];
  if (first == null || total <= 0 || weight / total < minWeightShare - 1e-9) return { composite: null, geometric: null, weakest: null, spread: null };
  const values = available.map(({ score }) => score);
  return {
    composite: available.reduce((all, part) => all + part.weight * part.score, 0) / weight,
    geometric: Math.exp(available.reduce((all, part) => all + part.weight * Math.log(Math.max(part.score, 1)), 0) / weight),
    weakest: available.reduce((lowest, part) => (part.score < lowest.score ? part : lowest), first).p,
    spread: Math.max(...values) - Math.min(...values),
  };
};

/** Flag for "the average hides a hole" (A12). */
export const WIDE_SPREAD = 25;

/** A P's current score 0..100: rubric 1..5 of each author's latest score, rescaled, mean over authors; null without any (A12). */
export const currentPScore = (latestByAuthor: readonly number[]): number | null => mean(latestByAuthor.map((level) => minMax(level, RUBRIC_SCALE)));
