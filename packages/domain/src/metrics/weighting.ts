import { sum } from './sample.js';

/** Kish's effective number of answers, (Σw)² / Σw²; null without weight (A7). */
export const kishEffectiveN = (weightSum: number, weightSquares: number): number | null =>
  weightSquares > 0 ? weightSum ** 2 / weightSquares : null;

/** Kish's effective number of answers from single weights, all > 0 (A7). */
export const effectiveNOf = (weights: readonly number[]): number | null =>
  kishEffectiveN(sum(weights), sum(weights.map((weight) => weight ** 2)));
