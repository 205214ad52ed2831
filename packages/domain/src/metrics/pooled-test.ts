import { sum } from './sample.js';
import { zTwoSidedP } from './probability.js';

/** A cell's answers on the metric's scale: how many, their mean and their population variance. */
export interface CellMoments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** A cell against the rest of its family. `se`, `z`, `p` are null when nothing varies; everything is null when there is no rest. */
export interface PooledTest {
  readonly difference: number | null;
  readonly se: number | null;
  readonly z: number | null;
  readonly p: number | null;
}

/** Below this the family's variance is rounding noise: everyone gave the same answer. */
const NO_VARIATION = 1e-9;

/** Mean and population variance of all answers of several cells together. Null for none. */
export const poolMoments = (cells: readonly CellMoments[]): CellMoments | null => {
  const n = sum(cells.map((cell) => cell.n));
  if (n <= 0) return null;
  const pooled = sum(cells.map((cell) => cell.n * cell.mean)) / n;
  return { n, mean: pooled, variance: sum(cells.map((cell) => cell.n * (cell.variance + (cell.mean - pooled) ** 2))) / n };
};

/** Tests one cell against the rest of `total`, which contains it, with the variance of the whole (A5). */
export const pooledTest = (cell: CellMoments, total: CellMoments): PooledTest => {
  const restN = total.n - cell.n;
  if (restN <= 0 || cell.n <= 0) return { difference: null, se: null, z: null, p: null };
  const difference = cell.mean - (total.n * total.mean - cell.n * cell.mean) / restN;
  if (total.variance <= NO_VARIATION) return { difference, se: null, z: null, p: null };
  const se = Math.sqrt(total.variance * (1 / cell.n + 1 / restN));
  const z = difference / se;
  return { difference, se, z, p: zTwoSidedP(z) };
};
