import { guessRating } from './guess/rating';
import { hintOf, metricOf, type Scale } from './guess/scales';
import { tallyOf } from './guess/tally';
import { keyOf, type QuestionDraft } from './mapping-draft';
import type { Table } from './read-file';

/** More unlike words than this are no answers to choose from. */
const MOST_WORDS = 20;

/** A question about a column that was chosen by hand. Answers in words whose order is not known wait for the person's scores: NaN is none yet. */
export const addedQuestion = ({ header, rows }: Table, column: string, about: QuestionDraft['about']): QuestionDraft => {
  const at = header.indexOf(column);
  const values = rows.map((row) => row[at] ?? '');
  const hint = hintOf(column);
  const known = guessRating({ header: column, values }, hint);
  if (known != null) return { key: keyOf(column), column, ...known, about };
  const tallies = tallyOf(values);
  const words = tallies.flatMap(({ raw, cell }) => (cell.kind === 'words' || cell.kind === 'text' ? [raw] : []));
  const isWorded = words.length >= 2 && words.length <= MOST_WORDS && words.length > tallies.length / 2;
  if (!isWorded) return { key: keyOf(column), column, metric: 'csat', scale: [1, 5], missing: [], about };
  const scale: Scale = [1, Math.min(words.length, 11)];
  const missing = tallies.flatMap(({ raw, cell }) => (cell.kind === 'noAnswer' ? [raw] : []));
  return { key: keyOf(column), column, metric: metricOf(hint, scale), scale, missing, labels: Object.fromEntries(words.map((word) => [word, Number.NaN])), about };
};
