import { headerNames, type HeaderPlace } from '@afferent/contracts';
import { guessMoment } from './moments';
import { readCell } from './read-cell';

/** A file's first lines as they stand, with their numbers in it. */
export interface Lines { rows: readonly (readonly string[])[]; numbers: readonly number[] }

interface HeaderGuess {
  place: HeaderPlace;
  /** The first line holds answers: nothing names the columns. */
  missing: boolean;
}

const LOOKED_AT = 12;
const MOST_LINES = 4;
const isServiceLine = (row: readonly string[]) => row.some((cell) => /^\{"?ImportId"?/.test(cell.trim()));
const isTyped = (value: string) => { const { kind } = readCell(value); return kind === 'score' || kind === 'decimal' || kind === 'labelled' || guessMoment({ header: '', values: [value] }) != null || /^-?\d{5,}$/.test(value); };
const filledOf = (row: readonly string[]) => row.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));

/** Columns whose values further down are numbers or dates, by which an answer is told from a name. */
const typedColumns = (rows: readonly (readonly string[])[]): number[] => {
  const body = rows.slice(Math.min(MOST_LINES + 1, Math.floor(rows.length / 2)));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, index) => index).filter((index) => {
    const values = body.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '').slice(0, 50);
    return values.length > 0 && values.filter(isTyped).length / values.length >= 0.8;
  });
};

/** Where the column names stand: below titles, in one line or under the names of groups, above lines with the questions' texts. */
export const guessHeader = ({ rows, numbers }: Lines): HeaderGuess => {
  const plain: HeaderGuess = { place: { row: numbers[0] ?? 1, rows: 1, skip: 0 }, missing: false };
  const typed = typedColumns(rows);
  if (rows.length < 2) return plain;
  const width = Math.max(...rows.slice(LOOKED_AT).map((row) => filledOf(row).length), ...rows.slice(-1).map((row) => filledOf(row).length));
  const isAnswer = (row: readonly string[]) => { const held = typed.filter((index) => (row[index] ?? '').trim() !== ''); return held.length > 0 && held.filter((index) => isTyped((row[index] ?? '').trim())).length / held.length > 0.5; };
  const start = rows.slice(0, LOOKED_AT).findIndex((row) => { const filled = filledOf(row).length; return filled >= 2 && filled >= width * 0.3 && !(filled <= 2 && width > 4); });
  const first = rows[start];
  if (first == null || typed.length === 0) return plain;
  if (isAnswer(first)) return { place: plain.place, missing: start === 0 };
  let count = 1;
  while (count < MOST_LINES && rows[start + count] != null && (isServiceLine(rows[start + count] ?? []) || (!isAnswer(rows[start + count] ?? []) && filledOf(rows[start + count] ?? []).length > 0))) count++;
  const lines = rows.slice(start, start + count);
  const used = new Set(rows.slice(start + count).flatMap(filledOf));
  const covers = (line: readonly string[]) => { const filled = new Set(filledOf(line)); return [...used].every((index) => filled.has(index)) && new Set(filledOf(line).map((index) => line[index]?.trim())).size === filled.size; };
  const naming = lines.findIndex((line) => !isServiceLine(line) && covers(line));
  const numberAt = (index: number) => numbers[start + index] ?? 1;
  const below = (from: number) => numberAt(count - 1) - numberAt(from);
  if (naming >= 0) return { place: { row: numberAt(naming), rows: 1, skip: below(naming) }, missing: false };
  const joined = Math.min(3, lines.filter((line) => !isServiceLine(line)).length);
  return { place: { row: numberAt(0), rows: joined, skip: below(0) - joined + 1 }, missing: false };
};

/** A table read with its header in its place: names, the question texts of lines below (where there are any), and the answers. */
export const tableOf = ({ rows, numbers }: Lines, place: HeaderPlace) => {
  const start = numbers.find((number) => number >= place.row) ?? place.row;
  const between = (from: number, to: number) => rows.filter((_, index) => { const number = numbers[index] ?? 0; return number >= from && number < to; });
  const end = start + place.rows;
  const [texts] = between(end, end + place.skip).filter((row) => !isServiceLine(row));
  return { header: headerNames(between(start, end)), texts: texts ?? [], rows: between(end + place.skip, Infinity) };
};
