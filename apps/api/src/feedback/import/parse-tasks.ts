import { importMappingSchema, type ImportCheck, type ImportFault, type ImportMapping, type ImportPreview } from '@afferent/contracts';
import { batchOf } from '../ingest/batch.js';
import { findLayout, mappedColumns, type Layout } from './layout.js';
import { rowMapper, storable, type MappedRow } from './map-row.js';
import type { ParseJob, ParseMessage } from './parse-job.js';
import { openTable, type TableFile } from './table-file.js';
import { UnreadableFile, type Fault, type RawRow } from './table.js';

type JobOf<T extends ParseJob['task']> = Extract<ParseJob, { task: T }>;
export type Send = (message: ParseMessage) => void;

const maxChunkRows = 2000;
const maxChunkAnswers = 40_000;
const maxChunkText = 1024 * 1024;
const shownValue = 200;

async function openMapped({ path, mapping }: { path: string; mapping: ImportMapping }): Promise<{ table: TableFile; layout: Layout; warnings: string[] }> {
  const { format, delimiter, encoding, sheet } = mapping;
  const table = await openTable({ path, format, delimiter, encoding, sheet, wanted: mappedColumns(mapping) });
  const found = findLayout(mapping, table.header);
  if (found.layout === undefined) {
    table.close();
    throw new UnreadableFile(found.error);
  }
  return { table, layout: found.layout, warnings: [...table.warnings, ...found.warnings] };
}

const faultOf = (row: RawRow, { code, detail, column, value }: Fault): ImportFault => ({
  row: row.number,
  column: column === undefined ? null : storable(column).slice(0, shownValue),
  code,
  detail,
  value: value === undefined ? null : storable(value).slice(0, shownValue),
});

/** Rows on their way into one transaction; small enough for memory whatever the file's cells hold. */
class Chunk {
  private rows: MappedRow[] = [];
  private faults: ImportFault[] = [];
  private text = 0;
  private answers = 0;
  private rowsRead = 0;
  private rejected = 0;
  private lastRow = 0;

  add(raw: RawRow, row: MappedRow | undefined, faults: readonly Fault[]): void {
    this.rowsRead++;
    this.lastRow = raw.number;
    for (const fault of faults) this.faults.push(faultOf(raw, fault));
    for (const cell of raw.cells) this.text += cell.length;
    if (row) {
      this.answers += row.answers.length;
      this.rows.push(row);
    } else this.rejected++;
  }

  get full(): boolean {
    return this.rowsRead >= maxChunkRows || this.answers >= maxChunkAnswers || this.text >= maxChunkText;
  }

  get empty(): boolean {
    return this.rowsRead === 0;
  }

  message(progress: number): ParseMessage {
    const { lastRow, rowsRead, rejected, faults } = this;
    return { type: 'chunk', lastRow, rowsRead, rejected, rejectedAnswers: faults.length - rejected, faults, batch: batchOf(this.rows), progress };
  }
}

/** Reads a file for storing: the layout first, then chunk after chunk. */
export async function parseImport(job: JobOf<'import'>, send: Send): Promise<void> {
  const { table, layout, warnings } = await openMapped(job);
  send({ type: 'layout', questions: layout.questions.map((question) => question.index), warnings });
  const map = rowMapper(layout, { workspaceZone: job.workspaceZone, now: new Date(job.now) });
  let chunk = new Chunk();
  for await (const rows of table.rows) {
    for (const raw of rows) {
      if (raw.number <= job.afterRow) continue;
      const { row, faults } = map(raw);
      chunk.add(raw, row, faults);
      if (!chunk.full) continue;
      send(chunk.message(table.progress()));
      chunk = new Chunk();
    }
  }
  if (!chunk.empty) send(chunk.message(1));
  send({ type: 'end' });
}

/** Does everything an import does with the first rows except storing, and counts what would become of them. */
export async function parseCheck(job: JobOf<'check'>, send: Send): Promise<void> {
  const check: ImportCheck = {
    rowsRead: 0, wouldAccept: 0, duplicates: 0, rejected: 0, rejectedAnswers: 0, complete: true, warnings: [], error: null, firstDay: null, lastDay: null, faults: [], samples: [],
  };
  const counts = new Map<string, ImportCheck['faults'][number]>();
  const ids = new Set<string>();
  try {
    const { table, layout, warnings } = await openMapped(job);
    check.warnings = warnings;
    const map = rowMapper(layout, { workspaceZone: job.workspaceZone, now: new Date(job.now) });
    for await (const rows of table.rows) {
      for (const raw of rows) {
        if (check.rowsRead >= job.maxRows) {
          check.complete = false;
          break;
        }
        check.rowsRead++;
        const { row, faults } = map(raw);
        if (row === undefined) check.rejected++;
        else if (ids.has(row.externalId)) check.duplicates++;
        else check.wouldAccept++;
        if (row) {
          ids.add(row.externalId);
          check.rejectedAnswers += faults.length;
          if (check.firstDay === null || row.day < check.firstDay) check.firstDay = row.day;
          if (check.lastDay === null || row.day > check.lastDay) check.lastDay = row.day;
        }
        for (const fault of faults) note(counts, check, faultOf(raw, fault));
      }
      if (!check.complete) break;
    }
    table.close();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    check.error = error.message;
  }
  check.faults = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, 200);
  send({ type: 'check', check });
}

const samplesOfAKind = 3;

function note(counts: Map<string, ImportCheck['faults'][number]>, check: ImportCheck, fault: ImportFault): void {
  const kind = `${fault.code} ${fault.column ?? ''}`;
  const known = counts.get(kind) ?? { code: fault.code, column: fault.column, count: 0 };
  known.count++;
  counts.set(kind, known);
  if (known.count <= samplesOfAKind && check.samples.length < 100) check.samples.push(fault);
}

/** The first rows as text, dates of spreadsheets in ISO form. */
export async function parsePreview(job: JobOf<'preview'>, send: Send): Promise<void> {
  const table = await openTable({ ...job, wanted: new Set() });
  const preview: ImportPreview = {
    format: job.format, encoding: table.encoding, delimiter: table.delimiter, sheets: table.sheets, sheet: table.sheet,
    header: table.header.map((name) => storable(name.trim())), rows: [], warnings: table.warnings,
  };
  for await (const rows of table.rows) {
    for (const row of rows) {
      if (preview.rows.length < job.maxRows && !row.fault) preview.rows.push(row.cells.slice(0, 500).map((cell, index) => storable((row.exact?.get(index) ?? cell).slice(0, 500))));
    }
    if (preview.rows.length >= job.maxRows) break;
  }
  table.close();
  send({ type: 'preview', preview });
}

/** Does a job, telling a file's own faults as a message. */
export async function parse(job: ParseJob, send: Send): Promise<void> {
  try {
    if (job.task === 'preview') await parsePreview(job, send);
    else {
      const mapping = importMappingSchema.parse(job.mapping);
      await (job.task === 'check' ? parseCheck({ ...job, mapping }, send) : parseImport({ ...job, mapping }, send));
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    send({ type: 'unreadable', error: error.message });
  }
}
