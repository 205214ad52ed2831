import type { MappedRow } from '../import/map-row.js';

/**
 * Rows to be stored: each column is the UTF-8 text of a Postgres array. They stay bytes all the way from the process that
 * read them to the database, so that passing them on costs neither time nor strings in memory.
 */
export interface Batch {
  rows: number;
  /**
   * external_id, answered_at, experienced_at, day, segment, channel, weight, attributes, comment, customer_ref, then the answers':
   * their row and question (both from 1) and score.
   */
  columns: Buffer[];
  /** First days of the months (UTC) the rows were answered in. */
  months: string[];
  firstDay: string | null;
  lastDay: string | null;
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
const element = (text: string | null): string => (text === null ? 'NULL' : quoted(text));
/** The UTF-8 text of a Postgres array. */
export const textArray = (items: readonly (string | null)[]): Buffer => Buffer.from(`{${items.map(element).join(',')}}`);
const numbers = (items: readonly number[]): Buffer => Buffer.from(`{${items.join(',')}}`);

/** The answers' row, question and score as three columns; large files go through here, so no answer becomes an object. */
function answerColumns(rows: readonly MappedRow[]): number[][] {
  const ofRow: number[] = [];
  const questions: number[] = [];
  const scores: number[] = [];
  rows.forEach(({ answers }, index) => {
    for (const [question, score] of answers) {
      ofRow.push(index + 1);
      questions.push(question + 1);
      scores.push(score);
    }
  });
  return [ofRow, questions, scores];
}

/** Lays rows out in columns. */
export function batchOf(rows: readonly MappedRow[]): Batch {
  const days = rows.map((row) => row.day);
  return {
    rows: rows.length,
    columns: [
      textArray(rows.map((row) => row.externalId)),
      textArray(rows.map((row) => row.answeredAt)),
      textArray(rows.map((row) => row.experiencedAt)),
      textArray(days),
      textArray(rows.map((row) => row.segment)),
      textArray(rows.map((row) => row.channel)),
      textArray(rows.map((row) => row.weight)),
      textArray(rows.map((row) => (row.attributes === null ? null : JSON.stringify(row.attributes)))),
      textArray(rows.map((row) => row.comment)),
      textArray(rows.map((row) => row.customerRef)),
      ...answerColumns(rows).map(numbers),
    ],
    months: [...new Set(rows.map((row) => `${row.answeredAt.slice(0, 7)}-01`))],
    firstDay: days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first)),
    lastDay: days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last)),
  };
}
