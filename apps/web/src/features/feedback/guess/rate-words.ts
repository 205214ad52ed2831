import type { Scale } from './scales';
import { countOf, ENOUGH, isCode, MOST_CODES, MOST_STRAY, type Tally } from './tally';

interface WordsGuess { scale: Scale; missing: string[]; labels: Record<string, number> }

const stems = (text: string) => [...new Set(text.toLowerCase().replaceAll('ё', 'е').split(/[^\p{L}]+/u).filter((word) => word !== '').map((word) => word.slice(0, 5)))].toSorted().join(' ');
const alphabet = (text: string) => /\p{Script=Cyrillic}/u.test(text);
/** Whether two answers of the same feeling are one, spelled otherwise or in another language; else their order is not understood. */
const isSpelling = (a: string, b: string): boolean => alphabet(a) !== alphabet(b) || stems(a) === stems(b);

/** “Very good” below “excellent”, and “very” below “extremely”, are rungs of a ladder that begins at “poor” or “not at all”. */
const isLadder = (met: ReadonlySet<number>): boolean => met.has(2) && (met.has(2.25) || met.has(2.5));

/** Feelings of the side that nobody chose, as far as the other side reaches. */
const unseen = (met: ReadonlySet<number>): number[] => {
  const strength = (feeling: number) => Math.min(2, Math.abs(feeling));
  const isReached = (feeling: number) => [...met].some((other) => other * feeling >= 0 && strength(other) >= strength(feeling));
  const strong = [...met].filter((feeling) => Math.abs(feeling) >= 2 && Math.abs(feeling) < 2.5);
  if (strong.length === 0 || (isLadder(met) && met.has(2.5))) return [];
  if (isLadder(met)) return isReached(-2) ? [] : [-2];
  return [...met].filter((feeling) => Math.abs(feeling) < 2.5 && !isReached(-feeling)).map((feeling) => -feeling);
};

/**
 * Answers in words, scored by the order of their feelings. A side of the scale that reaches “very” tells that the other has it too,
 * though nobody chose it; `family` are the words met in all the file's columns, so that one column alone need not show them all.
 */
export const guessWords = (tallies: readonly Tally[], isScore: boolean, family: ReadonlySet<number>): WordsGuess | null => {
  const total = countOf(tallies);
  const worded = tallies.flatMap(({ raw, count, cell }) => (cell.kind === 'words' ? [{ raw, count, feeling: cell.feeling }] : []));
  const rest = tallies.filter(({ cell }) => cell.kind !== 'words');
  // Among answers in words, other words are answers that were not understood rather than codes.
  const codes = rest.filter((tally) => tally.cell.kind === 'noAnswer' || (tally.cell.kind === 'score' && isCode(tally, [1, 5], total)));
  const stray = countOf(rest) - countOf(codes);
  const share = worded.reduce((sum, { count }) => sum + count, 0) / total;
  if (new Set(worded.map(({ feeling }) => feeling)).size < 2 || share < ENOUGH || codes.length > MOST_CODES || stray > Math.max(1, total * MOST_STRAY)) return null;
  if (worded.some((one) => worded.some((other) => one.feeling === other.feeling && !isSpelling(one.raw, other.raw)))) return null;
  const own = new Set(worded.map(({ feeling }) => feeling));
  // A column that shows its scale whole needs no others, whose words may be of another one.
  const isWhole = own.size >= 5 && (isLadder(own) || [...own].every((feeling) => own.has(-feeling)));
  const met = new Set(isWhole ? own : [...own, ...family]);
  // Two words are more often two groups of people than a rating.
  if (met.size < 3 && !isScore) return null;
  for (const feeling of unseen(met)) met.add(feeling);
  const levels = [...met].toSorted((a, b) => a - b);
  const scale: Scale = [1, levels.length];
  return { scale, missing: codes.map(({ raw }) => raw).toSorted(), labels: Object.fromEntries(worded.map(({ raw, feeling }) => [raw, levels.indexOf(feeling) + 1])) };
};
