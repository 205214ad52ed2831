import { cellsOf, type Strip } from './strip';

/** How many touchpoints with a target and a figure have their whole interval under it; null where none has a target. */
export const belowTarget = (strip: Strip): { below: number; measured: number } | null => {
  const cells = cellsOf(strip).filter(({ target, value }) => target != null && value != null);
  const below = cells.filter(({ target, ciHigh }) => target != null && ciHigh != null && ciHigh < target).length;
  return cells.length === 0 ? null : { below, measured: cells.length };
};
