import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Delimiter, Encoding } from '@afferent/contracts';
import { decodeText } from './decode-text.js';
import { readCsv } from './read-csv.js';
import { sniffCsv } from './sniff-csv.js';
import { maxColumns, maxCsvRows, UnreadableFile, type RawRow } from './table.js';
import { openZip } from './xlsx/open-zip.js';
import { readBook } from './xlsx/read-book.js';
import { readSheet } from './xlsx/read-sheet.js';

export interface TableFileRequest {
  path: string;
  format: 'csv' | 'xlsx';
  delimiter?: Delimiter | undefined;
  encoding?: Encoding | undefined;
  sheet?: string | undefined;
  /** Columns the reader hopes to find, which helps to guess the delimiter. */
  wanted: ReadonlySet<string>;
}

/** A file opened as a table: its header, and the rows below it in batches. */
export interface TableFile {
  header: string[];
  rows: AsyncGenerator<RawRow[]>;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheets: string[];
  sheet: string | null;
  warnings: string[];
  /** Part of the file that was read, 0..1. */
  progress(): number;
  close(): void;
}

const sampleBytes = 1024 * 1024;
const readBytes = 256 * 1024;

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* counted(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: readBytes })) {
    const bytes = chunk as Buffer;
    onBytes(bytes.length);
    yield bytes;
  }
}

/** Takes the header off the rows; refuses a file without one. */
async function withHeader(rows: AsyncGenerator<RawRow[]>): Promise<{ header: string[]; rows: AsyncGenerator<RawRow[]> }> {
  const first = await rows.next();
  const batch = first.done ? [] : first.value;
  const [header, ...rest] = batch;
  if (!header) throw new UnreadableFile('The file is empty.');
  if (header.fault) throw new UnreadableFile('The file’s first line, its header, cannot be read: a quote in it is not closed, or it is too long.');
  if (header.cells.length > maxColumns) throw new UnreadableFile(`The file has more than ${maxColumns} columns.`);
  const cells = header.cells.map((cell, index) => header.exact?.get(index) ?? cell);
  async function* remaining() {
    let count = rest.length;
    yield rest;
    for await (const more of rows) {
      count += more.length;
      if (count > maxCsvRows) throw new UnreadableFile(`The file has more than ${maxCsvRows} rows; what comes before them was read.`);
      yield more;
    }
  }
  return { header: cells, rows: remaining() };
}

async function openCsv(request: TableFileRequest): Promise<TableFile> {
  const { size } = await stat(request.path);
  const shape = sniffCsv(await startOf(request.path), request, request.wanted);
  let read = 0;
  const bytes = counted(request.path, (length) => {
    read += length;
  });
  const table = await withHeader(readCsv(decodeText(bytes, shape.encoding), shape.delimiter));
  return { ...table, ...shape, sheets: [], sheet: null, progress: () => (size === 0 ? 1 : read / size), close: () => void bytes.return(undefined) };
}

async function openXlsx(request: TableFileRequest): Promise<TableFile> {
  const zip = await openZip(request.path);
  try {
    const book = await readBook(zip);
    const sheets = book.sheets.map((sheet) => sheet.name);
    const chosen = request.sheet === undefined ? book.sheets[0] : book.sheets.find((sheet) => sheet.name === request.sheet);
    if (!chosen) throw new UnreadableFile(`The spreadsheet has no sheet “${request.sheet ?? ''}”. It has: ${sheets.join(', ').slice(0, 500)}.`);
    const table = await withHeader(readSheet(zip, book, chosen.part));
    return { ...table, encoding: null, delimiter: null, sheets, sheet: chosen.name, warnings: [], progress: () => zip.progress(chosen.part), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export const openTable = (request: TableFileRequest): Promise<TableFile> => (request.format === 'csv' ? openCsv(request) : openXlsx(request));
