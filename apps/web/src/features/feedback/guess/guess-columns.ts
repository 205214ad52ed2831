import { rowNumberPlace } from '@afferent/contracts';
import { nameKey } from '@afferent/domain';
import type { Concept } from './feelings';
import { guessMoment } from './moments';
import { guessRating, type Column, type RatingGuess } from './rating';
import { findRole, isPersonal, NO_RATING, ROLES } from './roles';
import { hintOf, type Hint, type Scale } from './scales';
import { isCode, matchCode, matchTouchpoint, subjectOf } from './subject';
import { tallyOf } from './tally';

export type About = { kind: 'touchpoint'; name: string } | { kind: 'journey' } | { kind: 'none' };
interface RatingColumn { column: string; text: string; guess: RatingGuess; about: About }

export interface Guess {
  externalId: string;
  answeredAt: { template: string; format: string; ambiguous: boolean; utc: boolean };
  weight: string | null;
  segment: string | null;
  channel: string | null;
  comment: string | null;
  customerRef: string | null;
  ratings: RatingColumn[];
  /** Columns left out because they tell who a person is. */
  personal: string[];
  /** One line is one answer, not one response: the columns of the question and of its score. */
  longFormat: { question: string; score: string } | null;
}

const OVERALL = /overall|made it easy|мне было (?:легко|просто)|in general|general satisfaction|as a whole|в целом|общая|общее|all$/iu;
/** A header that names the rating and nothing that is rated. */
const BARE = /^(?:n?ps|nps score|csat|csi|ces|score|rating|stars?|satisfaction|customer satisfaction|(?:(?:overall|reviewer|review|user|guest|customer)[ _]?)?(?:score|rating|satisfaction)|оценка|балл|удовлетвор[её]нность|recommend(?:ation)?|likelihood to recommend)$/iu;

const MANY = 40;

interface Found { column: Column; hint: Hint; guess: RatingGuess }

const wordsOf = ({ header, text = '' }: Column) => `${header} ${text}`.trim();

/** A file whose columns are called by codes: then capitals are a code too. */
const isCoded = (columns: readonly Column[]) => columns.filter(({ header }) => isCode(header)).length > columns.length / 5;

const aboutOf = ({ column, hint, guess }: Found, touchpoints: readonly string[], coded: boolean): About => {
  const question = column.text == null || column.text === '' ? column.header : column.text;
  const known = matchTouchpoint(column.header, question, touchpoints);
  if (known != null) return { kind: 'touchpoint', name: known };
  if (hint.metric === 'nps' || OVERALL.test(wordsOf(column)) || BARE.test(subjectOf(question)) || BARE.test(column.header.trim())) return { kind: 'journey' };
  const points = new Set(column.values.map((value) => value.trim()).filter((value) => value !== '' && !guess.missing.includes(value))).size;
  const enough = guess.labels == null ? Math.min(4, guess.scale[1] - guess.scale[0] + 1) : 3;
  const name = subjectOf(question);
  const byCode = points < enough ? null : matchCode(column.header.trim(), touchpoints);
  if (byCode != null) return { kind: 'touchpoint', name: byCode };
  // Few numbers in many rows are more often groups of people than ratings.
  if (isCode(name) || (coded && /^[A-Z\d_]+$/.test(name)) || NO_RATING.test(question) || NO_RATING.test(name) || (points < enough && column.values.length > MANY)) return { kind: 'none' };
  return /\p{L}{2}/u.test(name) ? { kind: 'touchpoint', name: name.slice(0, 200) } : { kind: 'none' };
};

const prefixOf = (header: string) => /^\p{L}+\d+/u.exec(header)?.[0] ?? '';

/** One question per subject and metric: of columns that ask the same, the one out of the largest block of ratings counts, then the first. */
const withoutRepeats = (ratings: readonly RatingColumn[]): RatingColumn[] => {
  const block = ({ column }: RatingColumn) => ratings.filter((other) => other.about.kind !== 'none' && prefixOf(other.column) === prefixOf(column)).length;
  const keyOf = ({ about, guess }: RatingColumn) => `${about.kind === 'touchpoint' ? nameKey(about.name) : ''}\u0000${guess.metric}`;
  const chosen = new Map<string, RatingColumn>();
  for (const rating of ratings) {
    const rival = chosen.get(keyOf(rating));
    if (rating.about.kind !== 'none' && (rival == null || block(rating) > block(rival))) chosen.set(keyOf(rating), rating);
  }
  return ratings.map((rating) => (chosen.get(keyOf(rating)) === rating ? rating : { ...rating, about: { kind: 'none' } }));
};

const mostOften = <T>(values: readonly T[], key: (value: T) => string): T | undefined => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return values.toSorted((a, b) => (counts.get(key(b)) ?? 0) - (counts.get(key(a)) ?? 0))[0];
};
const scaleKey = (scale: Scale) => scale.join();
const feelingCells = (column: Column) => tallyOf(column.values).flatMap(({ cell }) => (cell.kind === 'words' ? [cell] : []));
const conceptOf = (column: Column): Concept => mostOften(feelingCells(column).flatMap(({ about }) => (about === 'any' ? [] : [about])), (about) => about) ?? 'any';
/** The feelings met in all columns that speak of the same. */
const feelingsOf = (columns: readonly Column[]): ReadonlyMap<Concept, ReadonlySet<number>> => {
  const found = new Map<Concept, Set<number>>();
  for (const column of columns) for (const { feeling } of feelingCells(column)) found.set(conceptOf(column), (found.get(conceptOf(column)) ?? new Set()).add(feeling));
  return found;
};

/** Ratings are judged together: a column alone may lack the rarest scores, words and codes. */
const guessRatings = (columns: readonly Column[], touchpoints: readonly string[]): RatingColumn[] => {
  const families = feelingsOf(columns.filter((column) => guessRating(column, hintOf(wordsOf(column)))?.labels != null));
  const alone = columns.map((column) => ({ column, hint: hintOf(wordsOf(column)), feelings: families.get(conceptOf(column)) })).map((each) => ({ ...each, guess: guessRating(each.column, each.hint, each) }));
  const scale = mostOften(alone.flatMap(({ guess, hint }) => (guess == null || guess.round || hint.metric === 'nps' ? [] : [guess.scale])), scaleKey);
  const found = alone.flatMap(({ column, hint, feelings, guess }): Found[] => {
    const known = guess ?? (NO_RATING.test(wordsOf(column)) ? null : guessRating(column, hint, { scale, feelings }));
    return known == null ? [] : [{ column, hint, guess: known }];
  });
  const coded = isCoded(columns);
  const judged = withoutRepeats(found.map((each) => ({ column: each.column.header, text: each.column.text ?? '', guess: each.guess, about: aboutOf(each, touchpoints, coded) })));
  const codesOf = (scale: Scale) => judged.flatMap(({ guess, about }) => (about.kind !== 'none' && scaleKey(guess.scale) === scaleKey(scale) ? guess.missing : []));
  return judged.map((rating) => ({ ...rating, guess: { ...rating.guess, missing: [...new Set([...rating.guess.missing, ...(rating.about.kind === 'none' ? [] : codesOf(rating.guess.scale))])].toSorted() } }));
};

const partOf = (columns: readonly Column[], header: RegExp) => columns.find((column) => header.test(column.header.trim()))?.header.trim();

const guessAnsweredAt = (columns: readonly Column[], column: Column | undefined, monthFirstHere: boolean): Guess['answeredAt'] => {
  const moment = column == null ? null : guessMoment(column, monthFirstHere);
  if (column != null && moment != null) return { template: moment.template(column.header.trim()), format: moment.format, ambiguous: moment.ambiguous, utc: moment.utc };
  const [year, month, day] = [partOf(columns, /^(?:year|yyyy|год)$/iu), partOf(columns, /^(?:month|mm|месяц)$/iu), partOf(columns, /^(?:day|dd|день)$/iu)];
  return { template: year == null || month == null ? '' : `{${year}}-{${month}}-${day == null ? '01' : `{${day}}`}`, format: '', ambiguous: false, utc: false };
};

const guessLong = (columns: readonly Column[], taken: ReadonlySet<Column>, ratings: readonly RatingColumn[]): Guess['longFormat'] => {
  const named = (header: RegExp) => columns.find((column) => !taken.has(column) && header.test(column.header.trim()));
  const question = named(/^(?:question|item|indicator|metric|touchpoint|attribute|question.?(?:id|text|name|code)|вопрос|показатель|критерий|точка контакта)$/iu);
  const score = named(/^(?:score|answer|value|rating|response|grade|оценка|ответ|значение|балл)$/iu);
  const repeats = columns.some((column) => /resp|анкет|id$|клиент/iu.test(column.header) && new Set(column.values).size < column.values.length * 0.7);
  const kinds = question == null ? 0 : new Set(question.values).size;
  return question != null && score != null && repeats && kinds >= 2 && kinds < question.values.length / 2 && ratings.filter(({ about }) => about.kind !== 'none').length <= 1 ? { question: question.header, score: score.header } : null;
};

/** What each column of a table seems to be, judged by its header and its values; `touchpoints` are the names that can be recognised. */
export const guessColumns = (columns: readonly Column[], touchpoints: readonly string[], monthFirstHere = false): Guess => {
  const personal = columns.filter(isPersonal);
  const taken = new Set(personal);
  const take = (role: keyof typeof ROLES) => {
    const found = findRole(ROLES[role], columns, taken);
    if (found != null) taken.add(found);
    return found;
  };
  const answered = take('answeredAt');
  const [id, weight, segment, channel, customerRef] = [take('id'), take('weight'), take('segment'), take('channel'), take('customerRef')];
  const rated = guessRatings(columns.filter((column) => !taken.has(column) && column.header !== ''), touchpoints);
  const longFormat = guessLong(columns, new Set(personal), rated);
  // Scores of different questions in one column must not be counted together.
  const ratings = longFormat == null ? rated : rated.map((rating): RatingColumn => ({ ...rating, about: { kind: 'none' } }));
  for (const column of columns) if (ratings.some((rating) => rating.column === column.header)) taken.add(column);
  const comment = take('comment');
  const answeredAt = guessAnsweredAt(columns, answered, monthFirstHere);
  return {
    // A row's number tells rows of one file apart; the date tells files apart.
    externalId: id != null ? `{${id.header.trim()}}` : `${answered == null ? '' : `{${answered.header.trim()}} `}{${rowNumberPlace}}`,
    answeredAt, weight: weight?.header ?? null, segment: segment?.header ?? null, channel: channel?.header ?? null, comment: comment?.header ?? null, customerRef: customerRef?.header ?? null,
    ratings, personal: personal.map(({ header }) => header), longFormat,
  };
};
