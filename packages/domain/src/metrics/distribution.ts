import { sum } from './sample.js';

/** Both ends of an answer scale, inclusive integers. */
export type Scale = readonly [min: number, max: number];

/**
 * Answers of one question as a histogram: `counts[i]` answers and `weights[i]` their summed weights at score `scale[0] + i`,
 * `weightSquares` = Σw² over all of them. It is all that the metrics need, so no report reads single answers.
 */
export interface Distribution {
  readonly scale: Scale;
  readonly counts: readonly number[];
  readonly weights: readonly number[];
  readonly weightSquares: number;
}

/** Scores of a scale, lowest first. Throws RangeError when the ends are not integers in order. */
export const scorePoints = ([min, max]: Scale): number[] => {
  if (!Number.isInteger(min) || !Number.isInteger(max) || min >= max) throw new RangeError(`not a scale: ${min}..${max}`);
  const points: number[] = [];
  for (let point = min; point <= max; point += 1) points.push(point);
  return points;
};

/** A rating is valid when it is an integer inside its scale (methodology section 0). */
export const isValidRating = (value: unknown, [min, max]: Scale): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

/** No answers on a scale. */
export const emptyDistribution = (scale: Scale): Distribution => {
  const zeros = scorePoints(scale).map(() => 0);
  return { scale, counts: zeros, weights: zeros, weightSquares: 0 };
};

/** Counts ratings into a histogram; whatever is not an integer inside the scale is dropped and counted in `rejected`. */
export const tally = (ratings: readonly unknown[], scale: Scale): { distribution: Distribution; rejected: number } => {
  const counts = scorePoints(scale).map(() => 0);
  let rejected = 0;
  for (const rating of ratings) {
    if (isValidRating(rating, scale)) counts[rating - scale[0]] = (counts[rating - scale[0]] ?? 0) + 1;
    else rejected += 1;
  }
  return { distribution: unweighted(scale, counts), rejected };
};

/** A histogram whose every answer has weight 1. Throws RangeError when the number of counts does not fit the scale. */
export const unweighted = (scale: Scale, counts: readonly number[]): Distribution => {
  if (counts.length !== scorePoints(scale).length) throw new RangeError('one count per scale point is required');
  return { scale, counts, weights: counts, weightSquares: sum(counts) };
};

/** Adds two histograms of one scale; different scales are never pooled and throw RangeError. */
export const addDistributions = (a: Distribution, b: Distribution): Distribution => {
  if (a.scale[0] !== b.scale[0] || a.scale[1] !== b.scale[1]) throw new RangeError('different scales are never pooled');
  const add = (left: readonly number[], right: readonly number[]) => left.map((value, index) => value + (right[index] ?? 0));
  return {
    scale: a.scale,
    counts: add(a.counts, b.counts),
    weights: add(a.weights, b.weights),
    weightSquares: a.weightSquares + b.weightSquares,
  };
};

/** Number of answers in a histogram. */
export const answersIn = (distribution: Distribution): number => sum(distribution.counts);
