import type { ImportPreview } from '@afferent/contracts';
import { chunksOf } from './chunks.js';
import { storable } from './map-row.js';
import { toldNotice } from './notice-words.js';
import { openMapped } from './open-mapped.js';
import { parseCheck } from './parse-check.js';
import type { JobOf, ParseJob, Send } from './parse-job.js';
import { openTable } from './table-file.js';
import { UnreadableFile } from './table.js';

/** Characters of a preview: enough to judge columns by, little enough to send. */
const previewText = 2_000_000;

/** Reads a file for storing: the layout first, then chunk after chunk. */
export async function parseImport(job: JobOf<'import'>, send: Send): Promise<void> {
  const { table, layout, notices } = await openMapped(job);
  send({ type: 'layout', questions: layout.questions.map((question) => question.index), notices });
  const rules = { workspaceZone: job.workspaceZone, now: new Date(job.now) };
  // Going on from deep in a large file takes a while without a chunk; whoever waits must not take that for a file that cannot be read.
  const range = { afterRow: job.afterRow, onPassed: () => send({ type: 'passing' }) };
  for await (const chunk of chunksOf(table, layout, rules, range)) send(chunk.message(table.progress()));
  send({ type: 'end' });
}

/** The first rows as text, dates of spreadsheets in ISO form. */
export async function parsePreview(job: JobOf<'preview'>, send: Send): Promise<void> {
  const table = await openTable({ ...job, wanted: new Set() });
  const notices = table.notices.map(toldNotice);
  const preview: ImportPreview = {
    format: job.format, encoding: table.encoding, delimiter: table.delimiter, sheets: table.sheets, sheet: table.sheet,
    header: table.header.map((name) => storable(name.trim())), rows: [], headerRow: table.headerRow, rowNumbers: [], warnings: notices.map((notice) => notice.detail), notices,
  };
  let room = previewText;
  for await (const rows of table.rows) {
    for (const row of rows) {
      if (row.fault || preview.rows.length >= job.maxRows || room <= 0) continue;
      const cells = row.cells.slice(0, 500).map((cell, index) => storable((row.exact?.get(index) ?? cell).slice(0, 500)));
      preview.rows.push(cells);
      preview.rowNumbers.push(row.number);
      for (const cell of cells) room -= cell.length;
    }
    if (preview.rows.length >= job.maxRows || room <= 0) break;
  }
  table.close();
  send({ type: 'preview', preview });
}

/** Does a job, telling a file's own faults as a message. */
export async function parse(job: ParseJob, send: Send): Promise<void> {
  try {
    if (job.task === 'preview') await parsePreview(job, send);
    else if (job.task === 'check') await parseCheck(job, send);
    else await parseImport(job, send);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    send({ type: 'unreadable', notice: error.notice });
  }
}
