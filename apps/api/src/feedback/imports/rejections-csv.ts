import Papa from 'papaparse';
import type { ImportFault } from '@afferent/contracts';

const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
const formula = /^[\s"']*[=+\-@\t\r\u0000＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: what could be one is put behind an apostrophe. */
export const neutral = (cell: string): string => (formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell);

const line = (cells: readonly string[]): string => `${Papa.unparse([cells.map(neutral)], { newline: '\r\n' })}\r\n`;

/** The rejections file: a header always, then a line per rejected row or answer. */
export async function* rejectionsCsv(pages: AsyncIterable<readonly ImportFault[]>): AsyncGenerator<string> {
  yield line(['row', 'column', 'code', 'detail', 'value']);
  for await (const faults of pages) {
    yield faults.map((fault) => line([String(fault.row), fault.column ?? '', fault.code, fault.detail, fault.value ?? ''])).join('');
  }
}
