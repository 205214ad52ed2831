import { batchOf } from '../ingest/batch.js';
import type { BareFault } from './fault-words.js';
import type { Layout } from './layout.js';
import { rowMapper, storable, type MappedRow, type OnUnlabelled } from './map-row.js';
import type { MomentRules } from './moment.js';
import type { ChunkMessage } from './parse-job.js';
import type { TableFile } from './table-file.js';
import type { Fault, RawRow } from './table.js';

const maxChunkRows = 2000;
const maxChunkAnswers = 40_000;
const maxChunkText = 1024 * 1024;
const shownValue = 200;
const passedAtOnce = 100_000;

const faultOf = (row: RawRow, { code, params, column, value }: Fault): BareFault => ({
  row: row.number,
  column: column === undefined ? null : storable(column).slice(0, shownValue),
  code,
  params: params ?? {},
  value: value === undefined ? null : storable(value).slice(0, shownValue),
});

/** Rows on their way into one transaction; small enough for memory whatever the file's cells hold. */
export class Chunk {
  readonly rows: MappedRow[] = [];
  readonly faults: BareFault[] = [];
  rowsRead = 0;
  rejected = 0;
  private text = 0;
  private answers = 0;
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

  get rejectedAnswers(): number {
    return this.faults.length - this.rejected;
  }

  get full(): boolean {
    return this.rowsRead >= maxChunkRows || this.answers >= maxChunkAnswers || this.text >= maxChunkText;
  }

  message(progress: number): ChunkMessage {
    const { lastRow, rowsRead, rejected, rejectedAnswers } = this;
    return { type: 'chunk', lastRow, rowsRead, rejected, rejectedAnswers, faults: Buffer.from(JSON.stringify(this.faults)), batch: batchOf(this.rows), progress };
  }
}

export interface ChunkRange {
  /** Rows up to this number are passed over; `onPassed` tells now and then that this goes on. */
  afterRow?: number;
  onPassed?: () => void;
  /** No more rows than these are read; `onMore` tells that there are some. */
  maxRows?: number;
  onMore?: () => void;
  onUnlabelled?: OnUnlabelled;
}

/** A table's rows after the rules of the mapping, chunk by chunk. A file that breaks off gives no chunk for what was read since the last full one. */
export async function* chunksOf(table: TableFile, layout: Layout, rules: MomentRules, { afterRow = 0, onPassed, maxRows = Infinity, onMore, onUnlabelled }: ChunkRange): AsyncGenerator<Chunk> {
  const map = rowMapper(layout, rules, onUnlabelled);
  let chunk = new Chunk();
  let left = maxRows;
  for await (const rows of table.rows) {
    for (const raw of rows) {
      if (raw.number <= afterRow) {
        if (raw.number % passedAtOnce === 0) onPassed?.();
        continue;
      }
      if (left === 0) {
        onMore?.();
        if (chunk.rowsRead > 0) yield chunk;
        return;
      }
      left--;
      const { row, faults } = map(raw);
      chunk.add(raw, row, faults);
      if (!chunk.full) continue;
      yield chunk;
      chunk = new Chunk();
    }
  }
  if (chunk.rowsRead > 0) yield chunk;
}
