import type { MappedRow } from '../import/map-row.js';

/** Rows to be stored, as the text of Postgres arrays: whoever passes them on need not take them apart again. */
export interface Batch {
  rows: number;
  externalIds: string;
  answeredAt: string;
  experiencedAt: string;
  days: string;
  segments: string;
  channels: string;
  weights: string;
  attributes: string;
  comments: string;
  customerRefs: string;
  answerRows: string;
  answerQuestions: string;
  answerScores: string;
  /** First days of the months (UTC) the rows were answered in. */
  months: string[];
  firstDay: string | null;
  lastDay: string | null;
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
const element = (text: string | null): string => (text === null ? 'NULL' : quoted(text));
const arrayOf = (items: readonly (string | null)[]): string => `{${items.map(element).join(',')}}`;
const numbersOf = (items: readonly number[]): string => `{${items.join(',')}}`;

/** Lays rows out in columns; answers name their row (from 1) and their question's place (from 1). */
export function batchOf(rows: readonly MappedRow[]): Batch {
  const answerRows: number[] = [];
  const answerQuestions: number[] = [];
  const answerScores: number[] = [];
  rows.forEach((row, index) => {
    for (const [question, score] of row.answers) {
      answerRows.push(index + 1);
      answerQuestions.push(question + 1);
      answerScores.push(score);
    }
  });
  const days = rows.map((row) => row.day);
  return {
    rows: rows.length,
    externalIds: arrayOf(rows.map((row) => row.externalId)),
    answeredAt: arrayOf(rows.map((row) => row.answeredAt)),
    experiencedAt: arrayOf(rows.map((row) => row.experiencedAt)),
    days: arrayOf(days),
    segments: arrayOf(rows.map((row) => row.segment)),
    channels: arrayOf(rows.map((row) => row.channel)),
    weights: arrayOf(rows.map((row) => row.weight)),
    attributes: arrayOf(rows.map((row) => (row.attributes === null ? null : JSON.stringify(row.attributes)))),
    comments: arrayOf(rows.map((row) => row.comment)),
    customerRefs: arrayOf(rows.map((row) => row.customerRef)),
    answerRows: numbersOf(answerRows),
    answerQuestions: numbersOf(answerQuestions),
    answerScores: numbersOf(answerScores),
    months: [...new Set(rows.map((row) => `${row.answeredAt.slice(0, 7)}-01`))],
    firstDay: days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first)),
    lastDay: days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last)),
  };
}
