import type { Pulse } from '@afferent/contracts';

export type Strip = NonNullable<Pulse['strip']>;
type Cell = Strip['stages'][number]['cells'][number];

const SHOWN = 5;
/** The screen's false discovery rate (methodology A5). */
const Q = 0.1;

/** Touchpoints whose change is significant over the whole map, the largest first. */
export const moversOf = (strip: Strip): Cell[] => strip.stages
  .flatMap((stage) => stage.cells)
  .filter((cell) => cell.change?.diff != null && cell.change.pAdjusted != null && cell.change.pAdjusted <= Q)
  .toSorted((a, b) => Math.abs(b.change?.diff ?? 0) - Math.abs(a.change?.diff ?? 0))
  .slice(0, SHOWN);

/** Whether anything was measured in the period before; without it nothing can have moved. */
export const isCompared = (strip: Strip): boolean => strip.stages.some((stage) => stage.cells.some((cell) => cell.change != null));
