import type { ImportCheck, ImportFault, ImportMapping, ImportPreview } from '@afferent/contracts';
import type { Batch } from '../ingest/batch.js';

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
  faults: ImportFault[];
  batch: Batch;
  progress: number;
}

export type ParseMessage =
  /** `questions` are the mapping's questions (by place) whose columns are in the file. */
  | { type: 'layout'; questions: number[]; warnings: string[] }
  | ChunkMessage
  | { type: 'end' }
  | { type: 'check'; check: ImportCheck }
  | { type: 'preview'; preview: ImportPreview }
  | { type: 'unreadable'; error: string };
