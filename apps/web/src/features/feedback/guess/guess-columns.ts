import type { QuestionMetric } from '@afferent/contracts';
import { nameKey } from '@afferent/domain';

/** What a rating column seems to be: its metric, its scale and the values that mean "no answer". */
export interface RatingGuess {
  metric: QuestionMetric;
  scale: [number, number];
  missing: string[];
}

export interface Column { header: string; values: readonly string[] }

const SCALES: readonly { metric: QuestionMetric; scale: [number, number] }[] = [
  { metric: 'emotion', scale: [-2, 2] },
  { metric: 'csat', scale: [1, 5] },
  { metric: 'ces', scale: [1, 7] },
  { metric: 'csi', scale: [1, 10] },
  { metric: 'nps', scale: [0, 10] },
];

const HINTS = {
  nps: /nps|net.?pro|recommend|рекоменд/iu,
  ces: /\bces\b|effort|easy|easi|усили|легк|прост/iu,
  csi: /\bcsi\b/iu,
  emotion: /emotion|эмоци/iu,
  overall: /overall|в целом|общая|all$/iu,
  id: /^(id|№|respnum|resp(ondent|onse)?[ _-]?(id|no|num|number)|.*[ _-]id|номер.*|анкета.*)$/iu,
  date: /date|time|дата|время/iu,
  weight: /^(weight|wt|вес)$/iu,
  segment: /segment|сегмент|customer.?type|тип.?клиента/iu,
  channel: /channel|канал|method|способ/iu,
  comment: /comment|коммент|verbatim|отзыв|feedback/iu,
} as const;

const filled = (column: Column) => column.values.map((value) => value.trim()).filter((value) => value !== '');
const isInteger = (value: string) => /^[-+]?\d{1,3}$/.test(value);
/** Share of filled values a scale must explain; the rest are codes for "no answer": most people may not have used the thing. */
const ENOUGH = 0.25;
const MOST_CODES = 6;

const orderFor = (header: string) => {
  const hinted = (['nps', 'ces', 'csi', 'emotion'] as const).find((metric) => HINTS[metric].test(header));
  return hinted == null ? SCALES : [...SCALES.filter(({ metric }) => metric === hinted), ...SCALES.filter(({ metric }) => metric !== hinted)];
};

/**
 * The smallest usual scale that explains the column's values; what lies outside it must be few distinct codes.
 * A code is told from an answer by its rarity of kinds, not of rows: half the people may not have used the thing.
 */
export const guessRating = (column: Column): RatingGuess | null => {
  const values = filled(column);
  const distinct = [...new Set(values)];
  const numbers = distinct.filter(isInteger).map(Number);
  if (numbers.length < 2 || distinct.length > 11 + MOST_CODES) return null;
  for (const { metric, scale: [min, max] } of orderFor(column.header)) {
    const inside = (value: string) => isInteger(value) && Number(value) >= min && Number(value) <= max;
    const codes = distinct.filter((value) => !inside(value));
    const reached = numbers.filter((value) => value >= min && value <= max);
    const spans = reached.length >= 2 && (Math.max(...reached) === max || Math.min(...reached) === min);
    const share = values.filter(inside).length / values.length;
    // A neighbour of the scale's end that is met often is an answer of a longer scale, not a code.
    const longer = codes.filter((code) => isInteger(code) && Number(code) > max && Number(code) < max + 6).length >= 2;
    if (spans && !longer && codes.length <= MOST_CODES && share >= ENOUGH) return { metric, scale: [min, max], missing: codes.toSorted() };
  }
  return null;
};

const FORMATS: readonly { format: string; pattern: RegExp }[] = [
  { format: '', pattern: /^\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2})?)?$/ },
  { format: 'dd.MM.yyyy', pattern: /^\d{2}\.\d{2}\.\d{4}$/ },
  { format: 'dd.MM.yyyy HH:mm', pattern: /^\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}$/ },
  { format: 'dd.MM.yyyy HH:mm:ss', pattern: /^\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}:\d{2}$/ },
  { format: 'M/d/yyyy', pattern: /^\d{1,2}\/\d{1,2}\/\d{4}$/ },
  { format: 'M/d/yyyy H:mm', pattern: /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}$/ },
  { format: "yyyy-MM-dd'T'HH:mm:ssZZ", pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/ },
];

/** The date format most of a column's values are written in; '' is the default `yyyy-M-d` with an optional time; null when it holds no dates. */
export const guessDateFormat = (column: Column): string | null => {
  const values = filled(column);
  if (values.length === 0) return null;
  const found = FORMATS.find(({ pattern }) => values.filter((value) => pattern.test(value)).length / values.length >= 0.8);
  // A day above 12 in the first place means day first, which the American form cannot be.
  if (found?.format.startsWith('M/d') && values.some((value) => Number(value.split('/')[0]) > 12)) return found.format.replace('M/d', 'd/M');
  return found?.format ?? null;
};

export interface Guess {
  externalId: string | null;
  answeredAt: { column: string; format: string } | null;
  weight: string | null;
  segment: string | null;
  channel: string | null;
  comment: string | null;
  ratings: { column: string; guess: RatingGuess; touchpoint: string | null; wholeJourney: boolean }[];
}

/** What each column of a table seems to be, judged by its header and its values; `touchpoints` are the names that can be recognised. */
export const guessColumns = (columns: readonly Column[], touchpoints: readonly string[]): Guess => {
  const byName = new Map(touchpoints.map((name) => [nameKey(name), name]));
  const unique = (column: Column) => filled(column).length === column.values.length && new Set(column.values.map((value) => value.trim())).size === column.values.length && column.values.length > 0;
  const named = (hint: RegExp) => columns.find((column) => hint.test(column.header.trim()))?.header ?? null;
  const dates = columns.flatMap((column) => { const format = guessDateFormat(column); return format == null ? [] : [{ column: column.header, format }]; });
  const answeredAt = dates.find(({ column }) => HINTS.date.test(column)) ?? dates[0] ?? null;
  const externalId = (columns.find((column) => HINTS.id.test(column.header.trim()) && unique(column)) ?? columns.find((column) => unique(column) && column.header !== answeredAt?.column))?.header ?? null;
  const [weight, segment, channel, comment] = [named(HINTS.weight), named(HINTS.segment), named(HINTS.channel), named(HINTS.comment)];
  const taken = new Set([externalId, answeredAt?.column, weight, segment, channel, comment]);
  const ratings = columns.filter((column) => !taken.has(column.header)).flatMap((column) => {
    const guess = guessRating(column);
    if (guess == null) return [];
    const touchpoint = byName.get(nameKey(column.header)) ?? null;
    const wholeJourney = touchpoint == null && (guess.metric === 'nps' && HINTS.nps.test(column.header));
    return [{ column: column.header, guess, touchpoint, wholeJourney }];
  });
  return { externalId, answeredAt, weight, segment, channel, comment, ratings };
};
