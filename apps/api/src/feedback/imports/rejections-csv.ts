import Papa from 'papaparse';
import { faultWords, type BareFault, type Language } from '../import/fault-words.js';

const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
const formula = /^[\s"']*[=+\-@\t\r\u0000＝＋－＠]/;
const headers: Record<Language, readonly string[]> = {
  en: ['row', 'column', 'code', 'detail', 'value'],
  ru: ['строка', 'столбец', 'код', 'причина', 'значение'],
};

/** A cell that no spreadsheet takes for a formula: what could be one is put behind an apostrophe. */
export const neutral = (cell: string): string => (formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell);

const line = (cells: readonly string[]): string => `${Papa.unparse([cells.map(neutral)], { newline: '\r\n' })}\r\n`;

/**
 * The rejections file: a header always, then a line per rejected row or answer. With a language it is for people, whose spreadsheet
 * programs take a file for UTF-8 only by its byte order mark; without one it is for programs, which trip over the mark.
 */
export async function* rejectionsCsv(pages: AsyncIterable<readonly BareFault[]>, asked?: Language): AsyncGenerator<string> {
  const language = asked ?? 'en';
  yield (asked === undefined ? '' : '\ufeff') + line(headers[language]);
  for await (const faults of pages) {
    yield faults.map((fault) => line([String(fault.row), fault.column ?? '', fault.code, faultWords(fault, language), fault.value ?? ''])).join('');
  }
}
