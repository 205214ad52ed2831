import type { QuestionMetric } from '@afferent/contracts';
import { readCell, type Cell } from './read-cell';
import { metricOf, scaleInText, usualScales, type Hint, type Scale } from './scales';

/** A column with the name the mapping calls it by and, where a second line gives one, its question's text. */
export interface Column { header: string; text?: string; values: readonly string[] }

/** What a column of ratings seems to be: its metric, its scale, the values that mean "no answer" and the scores of answers in words. */
export interface RatingGuess {
  metric: QuestionMetric;
  scale: Scale;
  missing: string[];
  labels?: Record<string, number>;
  round?: true;
}

/** A value with how often it is met. */
interface Tally { raw: string; count: number; cell: Cell }

/** Numbers that surveys use for "no answer", besides 0 and the number next to the scale's end. */
const USUAL_CODES = new Set([-1, -9, -98, -99, 8, 9, 66, 77, 88, 95, 96, 97, 98, 99, 888, 988, 997, 998, 999, 9998, 9999]);
/** Share of the filled values a scale must explain: most people may not have used the thing. */
const ENOUGH = 0.25;
/** Values that are neither on the scale nor a code: typing errors, few or the scale is wrong. */
const MOST_STRAY = 0.03;
const MOST_CODES = 6;
const MOST_KINDS = 40;
const LONGEST_CODE = 30;

export const tallyOf = (values: readonly string[]): Tally[] => {
  const counts = new Map<string, number>();
  for (const value of values) if (value.trim() !== '') counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1);
  return [...counts].map(([raw, count]) => ({ raw, count, cell: readCell(raw) }));
};
const countOf = (tallies: readonly Tally[]) => tallies.reduce((sum, { count }) => sum + count, 0);
const numberOf = ({ cell }: Tally): number | undefined => (cell.kind === 'score' || cell.kind === 'labelled' ? cell.score : undefined);

/** Whether a value outside the scale is a code: a usual one, or one that is met too often to be a slip of the pen. */
const isCode = (tally: Tally, [min, max]: Scale, total: number): boolean => {
  if (tally.cell.kind === 'noAnswer') return true;
  const often = tally.count >= 3 && tally.count / total >= 0.02;
  if (tally.cell.kind !== 'score') return often && tally.cell.kind !== 'decimal' && tally.raw.length <= LONGEST_CODE;
  const { score } = tally.cell;
  return USUAL_CODES.has(score) || (score === 0 && min === 1) || score === max + 1 || often;
};

/** Numbers beyond the scale's end that follow it, or are met often up to 10 without being usual codes: the scale is a longer one. */
const goesOn = (scores: ReadonlySet<number>, codes: readonly Tally[], max: number): boolean =>
  (scores.has(max + 1) && scores.has(max + 2) && !(USUAL_CODES.has(max + 1) && USUAL_CODES.has(max + 2) && !scores.has(10)))
  || codes.some((code) => { const score = numberOf(code) ?? 0; return score > max + 1 && score <= 10 && !USUAL_CODES.has(score); });

/** Nought stands for "not used" where it is met out of all proportion to the lowest scores. */
const noughtIsCode = (tallies: readonly Tally[]): boolean => {
  const times = (score: number) => countOf(tallies.filter((tally) => numberOf(tally) === score));
  return times(0) >= 5 && times(0) > 2 * (times(1) + times(2) + times(3));
};

const fit = (tallies: readonly Tally[], scale: Scale, given: boolean): { missing: string[]; labels: Record<string, number> } | null => {
  const [min, max] = scale;
  const total = countOf(tallies);
  const inside = tallies.filter((tally) => { const score = numberOf(tally); return score !== undefined && score >= min && score <= max; });
  const outside = tallies.filter((tally) => !inside.includes(tally));
  const codes = outside.filter((tally) => isCode(tally, scale, total));
  const stray = countOf(outside) - countOf(codes);
  const scores = new Set(inside.map(numberOf));
  const all = new Set(tallies.flatMap((tally) => numberOf(tally) ?? []));
  const spans = scores.size >= 2 && (scores.has(max) || scores.has(min));
  const fits = countOf(inside) / total >= ENOUGH && codes.length <= MOST_CODES && stray <= Math.max(1, total * MOST_STRAY);
  if (!fits || (!given && (!spans || goesOn(all, codes, max)))) return null;
  return { missing: codes.map(({ raw }) => raw), labels: Object.fromEntries(inside.flatMap(({ raw, cell }) => (cell.kind === 'labelled' ? [[raw, cell.score] as const] : []))) };
};

const guessNumbers = (tallies: readonly Tally[], hint: Hint, given: Scale | undefined): RatingGuess | null => {
  if (given != null) {
    const found = fit(tallies, given, true);
    if (found != null) return guessOf(hint, given, found);
  }
  for (const scale of usualScales(hint, tallies.some((tally) => numberOf(tally) === 0) && !noughtIsCode(tallies), tallies.some((tally) => numberOf(tally) === -2))) {
    const found = fit(tallies, scale, false);
    if (found != null) return guessOf(hint, scale, found);
  }
  return null;
};

const guessOf = (hint: Hint, scale: Scale, { missing, labels }: { missing: string[]; labels: Record<string, number> }): RatingGuess =>
  ({ metric: metricOf(hint, scale), scale, missing: missing.toSorted(), ...(Object.keys(labels).length > 0 ? { labels } : {}) });

/** Averages and half stars count as whole scores, where the header says that it is a score at all. */
const guessDecimals = (tallies: readonly Tally[], hint: Hint, given: Scale | undefined): RatingGuess | null => {
  const scores = tallies.flatMap(({ cell }) => (cell.kind === 'decimal' || cell.kind === 'score' ? [cell.score] : []));
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  if (!hint.score || lowest < 0 || highest > 10) return null;
  const scale: Scale = given ?? [lowest < 1 || highest > 5 ? 0 : 1, highest > 5 ? 10 : 5];
  return { metric: metricOf({ ...hint, metric: null }, scale), scale, missing: tallies.filter(({ cell }) => cell.kind === 'noAnswer').map(({ raw }) => raw).toSorted(), round: true };
};

/**
 * Answers in words, scored by the order of their feelings. A side of the scale that reaches “very” tells that the other has it too,
 * though nobody chose it; `family` are the words met in all the file's columns, so that one column alone need not show them all.
 */
const guessWords = (tallies: readonly Tally[], hint: Hint, family: ReadonlySet<number>): RatingGuess | null => {
  const total = countOf(tallies);
  const worded = tallies.flatMap(({ raw, count, cell }) => (cell.kind === 'words' ? [{ raw, count, feeling: cell.feeling }] : []));
  const rest = tallies.filter(({ cell }) => cell.kind !== 'words');
  const codes = rest.filter((tally) => isCode(tally, [1, 5], total));
  const stray = countOf(rest) - countOf(codes);
  const share = worded.reduce((sum, { count }) => sum + count, 0) / total;
  if (new Set(worded.map(({ feeling }) => feeling)).size < 2 || share < ENOUGH || codes.length > MOST_CODES || stray > Math.max(1, total * MOST_STRAY)) return null;
  const met = new Set([...worded.map(({ feeling }) => feeling), ...family]);
  // Two words are more often two groups of people than a rating.
  if (met.size < 3 && !hint.score) return null;
  const reach = (feeling: number) => [...met].some((other) => (feeling < 0 ? other <= feeling : other >= feeling));
  const mirrored = [...met].filter((feeling) => Math.abs(feeling) <= 2 && [...met].some((other) => Math.abs(other) === 2) && !reach(-feeling));
  for (const feeling of mirrored) met.add(-feeling);
  const levels = [...met].toSorted((a, b) => a - b);
  const scale: Scale = [1, levels.length];
  return { metric: metricOf(hint, scale), scale, missing: codes.map(({ raw }) => raw).toSorted(), labels: Object.fromEntries(worded.map(({ raw, feeling }) => [raw, levels.indexOf(feeling) + 1])) };
};

/**
 * The smallest usual scale that explains a column's values, or null when they are no ratings. What lies outside must be codes for "no
 * answer" or a few slips, which stay to be reported. `siblings` are the scale and the feelings of the file's other ratings, which this
 * column alone may not show whole.
 */
export const guessRating = (column: Column, hint: Hint, siblings: { scale?: Scale | undefined; feelings?: ReadonlySet<number> | undefined } = {}): RatingGuess | null => {
  const tallies = tallyOf(column.values);
  const total = countOf(tallies);
  if (total === 0) return null;
  const share = (...kinds: Cell['kind'][]) => countOf(tallies.filter(({ cell }) => kinds.includes(cell.kind))) / total;
  const isLong = hint.metric === 'nps' && tallies.some((tally) => { const score = numberOf(tally) ?? 0; return score > 5 && score <= 10; });
  const given = scaleInText(`${column.header} ${column.text ?? ''}`) ?? (isLong ? [0, 10] : siblings.scale);
  if (share('decimal') >= 0.1) return share('decimal', 'score', 'noAnswer') >= 1 - MOST_STRAY ? guessDecimals(tallies, hint, given) : null;
  if (tallies.length > MOST_KINDS) return null;
  return share('words') > share('score', 'labelled') ? guessWords(tallies, hint, siblings.feelings ?? new Set()) : guessNumbers(tallies, hint, given);
};
