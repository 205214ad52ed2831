import { readCell, type Cell } from './read-cell';
import type { Scale } from './scales';

/** A value with how often it is met. */
export interface Tally { raw: string; count: number; cell: Cell }

/** Numbers that surveys use for "no answer", besides 0 and the number next to the scale's end. */
export const USUAL_CODES = new Set([-1, -9, -98, -99, 8, 9, 66, 77, 88, 95, 96, 97, 98, 99, 888, 988, 997, 998, 999, 9998, 9999]);
/** Share of the filled values a scale must explain: most people may not have used the thing. */
export const ENOUGH = 0.25;
/** Values that are neither on the scale nor a code: typing errors, few or the scale is wrong. */
export const MOST_STRAY = 0.03;
export const MOST_CODES = 6;
const LONGEST_CODE = 30;

export const tallyOf = (values: readonly string[]): Tally[] => {
  const counts = new Map<string, number>();
  for (const value of values) if (value.trim() !== '') counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1);
  return [...counts].map(([raw, count]) => ({ raw, count, cell: readCell(raw) }));
};
export const countOf = (tallies: readonly Tally[]) => tallies.reduce((sum, { count }) => sum + count, 0);
export const numberOf = ({ cell }: Tally): number | undefined => (cell.kind === 'score' || cell.kind === 'labelled' ? cell.score : undefined);

/** “Extremely likely” and the like are answers wherever they stand, never codes. */
export const isExtreme = ({ cell }: Tally): boolean => cell.kind === 'words' && Math.abs(cell.feeling) >= 2;

/** Whether a value outside the scale is a code: a usual one, or one that is met too often to be a slip of the pen. */
export const isCode = (tally: Tally, [min, max]: Scale, total: number): boolean => {
  if (tally.cell.kind === 'noAnswer') return true;
  if (isExtreme(tally)) return false;
  const often = tally.count >= 3 && tally.count / total >= 0.02;
  if (tally.cell.kind !== 'score') return often && tally.cell.kind !== 'decimal' && tally.raw.length <= LONGEST_CODE;
  const { score } = tally.cell;
  return USUAL_CODES.has(score) || (score === 0 && min === 1) || score === max + 1 || often;
};
