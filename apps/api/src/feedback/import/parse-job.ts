import type { ImportCheck, ImportMapping, ImportPreview } from '@afferent/contracts';
import type { Batch } from '../ingest/batch.js';
import type { Notice } from './notice-words.js';

interface FileOf {
  path: string;
}
interface Mapped extends FileOf {
  mapping: ImportMapping;
  workspaceZone: string;
  now: string;
}

/** What the parsing process is asked to do with one file. */
export type ParseJob =
  | (Mapped & { task: 'import'; /** Rows up to this number were stored already. */ afterRow: number })
  | (Mapped & { task: 'check'; maxRows: number })
  | (FileOf & { task: 'preview'; format: 'csv' | 'xlsx'; maxRows: number; sheet?: string | undefined; delimiter?: ImportMapping['delimiter']; encoding?: ImportMapping['encoding'] });

/** Rows to be stored in one transaction, and what was rejected among them. */
export interface ChunkMessage {
  type: 'chunk';
  lastRow: number;
  rowsRead: number;
  rejected: number;
  rejectedAnswers: number;
  /** JSON of `BareFault[]`, one for each rejected row and answer; like the batch it goes to the database as it is. */
  faults: Buffer;
  batch: Batch;
  progress: number;
}

export type ParseMessage =
  /** `questions` are the mapping's questions (by place) whose columns are in the file. */
  | { type: 'layout'; questions: number[]; notices: Notice[] }
  | ChunkMessage
  /** Rows that were stored already are being passed over. */
  | { type: 'passing' }
  | { type: 'end' }
  /** Ids that a check comes upon for the first time, as the text of a Postgres array. */
  | { type: 'ids'; ids: Buffer }
  | { type: 'check'; check: ImportCheck }
  | { type: 'preview'; preview: ImportPreview }
  | { type: 'unreadable'; notice: Notice };

export type JobOf<T extends ParseJob['task']> = Extract<ParseJob, { task: T }>;
export type Send = (message: ParseMessage) => void;
