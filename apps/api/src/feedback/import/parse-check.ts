import type { ImportCheck } from '@afferent/contracts';
import { textArray } from '../ingest/batch.js';
import { chunksOf, type Chunk } from './chunks.js';
import { toldFault, type BareFault } from './fault-words.js';
import { toldNotice, type Notice } from './notice-words.js';
import { openMapped } from './open-mapped.js';
import { Unlabelled } from './unlabelled.js';
import type { JobOf, Send } from './parse-job.js';
import { UnreadableFile } from './table.js';

const samplesOfAKind = 3;
const maxSamples = 100;
const maxKinds = 200;

/** What a file would do that cannot be imported at all, or that has no rows. */
export const emptyCheck = (notices: readonly Notice[] = [], failure?: Notice): ImportCheck => {
  const told = notices.map(toldNotice);
  const failed = failure === undefined ? null : toldNotice(failure);
  return {
    rowsRead: 0, wouldAccept: 0, duplicates: 0, rejected: 0, rejectedAnswers: 0, complete: true, warnings: told.map((notice) => notice.detail), error: failed?.detail ?? null,
    notices: told, failure: failed, firstDay: null, lastDay: null, faults: [], samples: [],
  };
};

/** Counts chunks as an import counts what it stores. */
class Counter {
  private readonly kinds = new Map<string, ImportCheck['faults'][number]>();
  private readonly ids = new Set<string>();

  constructor(readonly check: ImportCheck) {}

  /** The ids that this chunk is the first in the file to have. */
  add(chunk: Chunk): string[] {
    const { check } = this;
    const fresh: string[] = [];
    for (const { externalId, day } of chunk.rows) {
      if (!this.ids.has(externalId)) fresh.push(externalId);
      this.ids.add(externalId);
      if (check.firstDay === null || day < check.firstDay) check.firstDay = day;
      if (check.lastDay === null || day > check.lastDay) check.lastDay = day;
    }
    check.rowsRead += chunk.rowsRead;
    check.rejected += chunk.rejected;
    check.rejectedAnswers += chunk.rejectedAnswers;
    check.wouldAccept += fresh.length;
    check.duplicates += chunk.rows.length - fresh.length;
    for (const fault of chunk.faults) this.note(fault);
    return fresh;
  }

  finish(): ImportCheck {
    this.check.faults = [...this.kinds.values()].sort((a, b) => b.count - a.count).slice(0, maxKinds);
    return this.check;
  }

  private note(fault: BareFault): void {
    const kind = `${fault.code} ${fault.column ?? ''}`;
    const known = this.kinds.get(kind) ?? { code: fault.code, column: fault.column, count: 0 };
    known.count++;
    this.kinds.set(kind, known);
    if (known.count <= samplesOfAKind && this.check.samples.length < maxSamples) this.check.samples.push(toldFault(fault));
  }
}

/**
 * Does everything an import does with the first rows except storing, and counts what would become of them. The ids are told as they
 * come, because only the database knows which of them are stored already.
 */
export async function parseCheck(job: JobOf<'check'>, send: Send): Promise<void> {
  const { table, layout, notices } = await openMapped(job);
  send({ type: 'layout', questions: layout.questions.map((question) => question.index), notices });
  const counter = new Counter(emptyCheck(notices));
  const unlabelled = new Unlabelled();
  try {
    const rules = { workspaceZone: job.workspaceZone, now: new Date(job.now) };
    const range = { maxRows: job.maxRows, onMore: () => void (counter.check.complete = false), onUnlabelled: unlabelled.add };
    for await (const chunk of chunksOf(table, layout, rules, range)) send({ type: 'ids', ids: textArray(counter.add(chunk)) });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    counter.check.failure = toldNotice(error.notice);
    counter.check.error = error.message;
  } finally {
    table.close();
  }
  const { check } = counter;
  check.notices.push(...unlabelled.notices().map(toldNotice));
  check.warnings = check.notices.map((notice) => notice.detail);
  send({ type: 'check', check: counter.finish() });
}
