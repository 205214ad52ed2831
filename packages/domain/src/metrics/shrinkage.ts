import { sum } from './sample.js';

/** A figure with its standard error, both in the metric's points; `se` > 0. */
export interface Shrinkable {
  readonly value: number;
  readonly se: number;
}

/** Random-effects fit: between-cell variance `tau2`, common mean `mu`, and per cell the kept share, shrunken value and its SE. */
export interface Shrinkage {
  readonly fixedMean: number;
  readonly q: number;
  readonly tau2: number;
  readonly mean: number;
  readonly cells: readonly { readonly kept: number; readonly value: number; readonly se: number }[];
}

/** Fewer cells than this cannot tell spread from noise. */
const MIN_CELLS = 3;

/** Shrinks noisy cells towards their common mean (A6; DerSimonian & Laird 1986). Null for fewer than 3 cells or a cell with se ≤ 0. */
export const shrink = (cells: readonly Shrinkable[]): Shrinkage | null => {
  if (cells.length < MIN_CELLS || cells.some(({ se }) => !(se > 0))) return null;
  const weights = cells.map(({ se }) => 1 / se ** 2);
  const total = sum(weights);
  const fixedMean = sum(cells.map(({ value }, index) => value * (weights[index] ?? 0))) / total;
  const q = sum(cells.map(({ value }, index) => (weights[index] ?? 0) * (value - fixedMean) ** 2));
  const scale = total - sum(weights.map((weight) => weight ** 2)) / total;
  const tau2 = Math.max(0, (q - (cells.length - 1)) / scale);
  const precision = cells.map(({ se }) => 1 / (se ** 2 + tau2));
  const centre = sum(cells.map(({ value }, index) => value * (precision[index] ?? 0))) / sum(precision);
  return {
    fixedMean,
    q,
    tau2,
    mean: centre,
    cells: cells.map(({ value, se }) => {
      const kept = tau2 / (tau2 + se ** 2);
      return { kept, value: kept * value + (1 - kept) * centre, se: se * Math.sqrt(kept) };
    }),
  };
};
