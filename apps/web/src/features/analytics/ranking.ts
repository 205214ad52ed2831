import { cellsOf, type Strip, type StripCell } from './strip';

type Ranked = StripCell & { value: number };

/** Touchpoints that may be ranked (30 answers, methodology A3), the weakest first: by shrunken value, by value where there is none (A6). */
export const rankingOf = (strip: Strip): Ranked[] => cellsOf(strip)
  .filter((cell): cell is Ranked => cell.status === 'ok' && cell.value != null)
  .toSorted((a, b) => (a.shrunk ?? a.value) - (b.shrunk ?? b.value));
