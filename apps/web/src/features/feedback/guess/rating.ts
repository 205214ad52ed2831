import type { QuestionMetric } from '@afferent/contracts';
import { guessWords } from './rate-words';
import type { Cell } from './read-cell';
import { metricOf, scaleInText, usualScales, type Hint, type Scale } from './scales';
import { countOf, ENOUGH, isCode, isExtreme, MOST_CODES, MOST_STRAY, numberOf, tallyOf, USUAL_CODES, type Tally } from './tally';

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

const MOST_KINDS = 40;

/** Whether the numbers next to a scale's end are met much less often than those on it. */
const areRare = (codes: readonly Tally[], tallies: readonly Tally[], max: number): boolean => {
  const next = codes.filter((code) => [max + 1, max + 2].includes(numberOf(code) ?? 0));
  const inside = tallies.filter((tally) => !codes.includes(tally));
  return countOf(next) / next.length < countOf(inside) / inside.length / 2;
};

/** Numbers beyond the scale's end that follow it, or are met often up to 10 without being usual codes: the scale is a longer one. */
const goesOn = (scores: ReadonlySet<number>, codes: readonly Tally[], tallies: readonly Tally[], max: number): boolean =>
  (scores.has(max + 1) && scores.has(max + 2) && !(USUAL_CODES.has(max + 1) && USUAL_CODES.has(max + 2) && !scores.has(10) && areRare(codes, tallies, max)))
  || codes.some((code) => { const score = numberOf(code) ?? 0; return score > max + 1 && score <= 10 && !USUAL_CODES.has(score); });

/** Nought stands for "not used" where it is met out of all proportion to the lowest scores. */
const noughtIsCode = (tallies: readonly Tally[]): boolean => {
  const times = (score: number) => countOf(tallies.filter((tally) => numberOf(tally) === score));
  return times(0) >= 5 && times(0) > 2 * (times(1) + times(2) + times(3));
};

/** Words that stand for the ends of a scale whose other scores are numbers: “Not at all likely”, 1 … 9, “Extremely likely”. */
const withEnds = (tallies: readonly Tally[], [min, max]: Scale): Tally[] => {
  const scores = new Set(tallies.map(numberOf));
  const feelings = tallies.flatMap(({ cell }) => (cell.kind === 'words' ? [cell.feeling] : []));
  return tallies.map((tally) => {
    if (tally.cell.kind !== 'words' || !isExtreme(tally)) return tally;
    const { feeling } = tally.cell;
    const end = feeling < 0 ? min : max;
    return scores.has(end) || feelings.filter((other) => other * feeling > 0).length > 1 ? tally : { ...tally, cell: { kind: 'labelled', score: end } };
  });
};

const fit = (met: readonly Tally[], scale: Scale, given: boolean): { missing: string[]; labels: Record<string, number> } | null => {
  const [min, max] = scale;
  const tallies = withEnds(met, scale);
  const total = countOf(tallies);
  const inside = tallies.filter((tally) => { const score = numberOf(tally); return score !== undefined && score >= min && score <= max; });
  const outside = tallies.filter((tally) => !inside.includes(tally));
  const codes = outside.filter((tally) => isCode(tally, scale, total));
  const stray = countOf(outside) - countOf(codes);
  const scores = new Set(inside.map(numberOf));
  const all = new Set(tallies.flatMap((tally) => numberOf(tally) ?? []));
  const spans = scores.size >= 2 && (scores.has(max) || scores.has(min));
  const fits = countOf(inside) / total >= ENOUGH && codes.length <= MOST_CODES && stray <= Math.max(1, total * MOST_STRAY);
  // Three numbers on end are more of the scale, whatever a header like “Q1-5” seems to say.
  if (!fits || [1, 2, 3].every((step) => all.has(max + step)) || (!given && (!spans || goesOn(all, codes, tallies, max)))) return null;
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
  if (share('words') <= share('score', 'labelled')) return guessNumbers(tallies, hint, given);
  const found = guessWords(tallies, hint.score, siblings.feelings ?? new Set());
  return found == null ? null : { metric: metricOf(hint, found.scale), ...found };
};
