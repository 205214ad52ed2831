import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { headerNames, type Delimiter, type Encoding, type HeaderPlace } from '@afferent/contracts';
import { decodeText } from './decode-text.js';
import type { Notice } from './notice-words.js';
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
  header?: HeaderPlace | undefined;
  /** Columns the reader hopes to find, which helps to guess the delimiter. */
  wanted: ReadonlySet<string>;
}

/** A file opened as a table: its header, and the rows below it in batches. */
export interface TableFile {
  header: string[];
  /** The number of the header's (last) line. */
  headerRow: number;
  rows: AsyncGenerator<RawRow[]>;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheets: string[];
  sheet: string | null;
  notices: Notice[];
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

const firstLine: HeaderPlace = { row: 1, rows: 1, skip: 0 };

/** Takes the header off the rows, and what stands above and right below it; refuses a file without one. */
async function withHeader(rows: AsyncGenerator<RawRow[]>, place: HeaderPlace = firstLine): Promise<{ header: string[]; headerRow: number; rows: AsyncGenerator<RawRow[]> }> {
  let seen: RawRow[] = [];
  let end = Infinity;
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    seen = seen.concat(next.value.filter(({ number }) => number >= place.row));
    if (seen[0]) end = seen[0].number + place.rows;
    if ((seen.at(-1)?.number ?? 0) >= end) break;
  }
  const lines = seen.filter(({ number }) => number < end);
  const last = lines.at(-1);
  if (!last) throw place.row === 1 ? new UnreadableFile('empty_file') : new UnreadableFile('header_beyond_end', { row: place.row });
  if (lines.some(({ fault }) => fault)) throw new UnreadableFile('bad_header');
  const names = headerNames(lines.map((line) => line.cells.map((cell, index) => line.exact?.get(index) ?? cell)));
  if (names.length > maxColumns) throw new UnreadableFile('too_many_columns', { max: maxColumns });
  const rest = seen.filter(({ number }) => number >= end + place.skip);
  async function* remaining() {
    let count = rest.length;
    yield rest;
    for await (const more of rows) {
      count += more.length;
      if (count > maxCsvRows) throw new UnreadableFile('too_many_rows', { max: maxCsvRows });
      yield (more[0]?.number ?? 0) < end + place.skip ? more.filter(({ number }) => number >= end + place.skip) : more;
    }
  }
  return { header: names, headerRow: last.number, rows: remaining() };
}

async function openCsv(request: TableFileRequest): Promise<TableFile> {
  const { size } = await stat(request.path);
  const shape = sniffCsv(await startOf(request.path), request, request.wanted);
  let read = 0;
  const bytes = counted(request.path, (length) => {
    read += length;
  });
  const table = await withHeader(readCsv(decodeText(bytes, shape.encoding), shape.delimiter), request.header);
  return { ...table, ...shape, sheets: [], sheet: null, progress: () => (size === 0 ? 1 : read / size), close: () => void bytes.return(undefined) };
}

async function openXlsx(request: TableFileRequest): Promise<TableFile> {
  const zip = await openZip(request.path);
  try {
    const book = await readBook(zip);
    const sheets = book.sheets.map((sheet) => sheet.name);
    const chosen = request.sheet === undefined ? book.sheets[0] : book.sheets.find((sheet) => sheet.name === request.sheet);
    if (!chosen) throw new UnreadableFile('no_such_sheet', { sheet: request.sheet ?? '', sheets: sheets.join(', ').slice(0, 500) });
    const table = await withHeader(readSheet(zip, book, chosen.part), request.header);
    return { ...table, encoding: null, delimiter: null, sheets, sheet: chosen.name, notices: [], progress: () => zip.progress(chosen.part), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export const openTable = (request: TableFileRequest): Promise<TableFile> => (request.format === 'csv' ? openCsv(request) : openXlsx(request));
