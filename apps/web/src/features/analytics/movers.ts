import { cellsOf, type Strip, type StripCell } from './strip';

const SHOWN = 3;
/** The screen's false discovery rate (methodology A5). */
const Q = 0.1;

/** Touchpoints whose change is significant over the whole map, apart by direction, the largest first. */
export const moversOf = (strip: Strip): { fell: StripCell[]; improved: StripCell[] } => {
  const proven = cellsOf(strip)
    .flatMap((cell) => (cell.change?.diff != null && cell.change.pAdjusted != null && cell.change.pAdjusted <= Q ? [{ cell, diff: cell.change.diff }] : []))
    .toSorted((a, b) => Math.abs(b.diff) - Math.abs(a.diff));
  const going = (sign: number) => proven.filter(({ diff }) => Math.sign(diff) === sign).slice(0, SHOWN).map(({ cell }) => cell);
  return { fell: going(-1), improved: going(1) };
};

/** Whether anything was measured in the period before; without it nothing can have moved. */
export const isCompared = (strip: Strip): boolean => cellsOf(strip).some((cell) => cell.change != null);
