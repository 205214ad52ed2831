import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Delimiter, Encoding, HeaderPlace } from '@afferent/contracts';
import { decodeText } from './decode-text.js';
import type { Notice } from './notice-words.js';
import { readCsv } from './read-csv.js';
import { sniffCsv } from './sniff-csv.js';
import type { RawRow } from './table.js';
import { withHeader } from './with-header.js';

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
const readBytes = 64 * 1024;

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

export async function openTable(request: TableFileRequest): Promise<TableFile> {
  if (request.format === 'csv') return openCsv(request);
  // Loaded only when wanted: archives and XML are 5 MiB of code that reading a CSV of any size does without.
  const { openXlsx } = await import('./xlsx/open-xlsx.js');
  return openXlsx(request);
}
