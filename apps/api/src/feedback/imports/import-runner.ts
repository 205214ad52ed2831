import { access } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LOG, type Log } from '../../platform/log/log.js';
import type { ChunkMessage } from '../import/parse-job.js';
import type { Notice } from '../import/notice-words.js';
import { parseInProcess } from '../import/parser-process.js';
import { UnreadableFile } from '../import/table.js';
import { AnswerPartitions } from '../ingest/answer-partitions.js';
import { IngestRepository } from '../ingest/ingest.repository.js';
import { ImportsRepository, type ImportRow } from '../imports.repository.js';
import { RollupsService } from '../rollups.service.js';
import { SurveysRepository } from '../surveys.repository.js';
import { errorCode } from './error-code.js';
import { ImportSurvey } from './import-survey.js';
import { Spool } from './spool.js';

const heartbeatMs = 3000;
const maxFruitlessAttempts = 8;
/** Rejections beyond this many are counted but not kept, so that a hopeless file cannot fill the database. */
const maxKeptRejections = 100_000;

/** The import was cancelled, or another worker took it over. */
class Overtaken extends Error {}

interface Running {
  row: ImportRow;
  lease: string;
  questionIds: (string | null)[] | null;
  signal: AbortSignal;
}

/** Carries an import from wherever it stands to its end: chunk by chunk, each in one transaction together with the place it reached. */
@Injectable()
export class ImportRunner {
  private readonly local = new Map<string, AbortController>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly surveys: SurveysRepository,
    private readonly survey: ImportSurvey,
    private readonly ingest: IngestRepository,
    private readonly partitions: AnswerPartitions,
    private readonly rollups: RollupsService,
    private readonly spool: Spool,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Stops an import that runs in this process; others notice at their next chunk. */
  interrupt(importId: string): void {
    this.local.get(importId)?.abort();
  }

  async run(workspaceId: string, importId: string, shutdown: AbortSignal): Promise<void> {
    const lease = newId();
    const row = await this.unit.run({ workspaceId }, () => this.imports.claim(importId, lease));
    if (row === undefined) return;
    const stop = new AbortController();
    this.local.set(importId, stop);
    const beat = setInterval(() => void this.unit.run({ workspaceId }, () => this.imports.renew(importId, lease)).catch((error: unknown) => this.note(error, importId, 'an import’s lease was not renewed')), heartbeatMs);
    const running: Running = { row, lease, questionIds: row.questionIds, signal: AbortSignal.any([stop.signal, shutdown]) };
    try {
      if (row.attempts > maxFruitlessAttempts) throw new UnreadableFile('not_stored');
      await this.read(running);
      await this.end(running, 'done', null);
    } catch (error) {
      await this.giveUp(running, error, stop.signal);
    } finally {
      clearInterval(beat);
      this.local.delete(importId);
    }
  }

  private async read(running: Running): Promise<void> {
    const { row, signal } = running;
    await access(this.spool.pathOf(row.id));
    const workspaceZone = await this.unit.run({ workspaceId: row.workspaceId }, () => this.surveys.timezone());
    const job = { task: 'import' as const, path: this.spool.pathOf(row.id), mapping: row.mapping, workspaceZone, now: new Date().toISOString(), afterRow: row.lastRow };
    for await (const message of parseInProcess(job, signal)) {
      signal.throwIfAborted();
      if (message.type === 'layout') running.questionIds ??= await this.prepare(running, message.questions, message.notices);
      else if (message.type === 'chunk') await this.store(running, message);
    }
  }

  private prepare({ row, lease }: Running, questions: readonly number[], notices: readonly Notice[]): Promise<(string | null)[]> {
    return this.unit.run({ workspaceId: row.workspaceId, userId: row.createdBy }, async () => {
      await this.hold(row.id, lease);
      const prepared = await this.survey.prepare(row, questions);
      await this.imports.begin(row.id, prepared.surveyId, prepared.questionIds, notices);
      return prepared.questionIds;
    });
  }

  private async store({ row, lease, questionIds }: Running, chunk: ChunkMessage): Promise<void> {
    await this.partitions.ensure(chunk.batch.months);
    await this.unit.run({ workspaceId: row.workspaceId, userId: row.createdBy }, async () => {
      const { surveyId, keptRejections } = await this.hold(row.id, lease);
      if (surveyId === null || questionIds === null) throw new Error('An import’s rows came before its survey');
      const accepted = await this.ingest.store(surveyId, questionIds, chunk.batch);
      const faults = chunk.rejected + chunk.rejectedAnswers;
      const room = Math.max(0, maxKeptRejections - keptRejections);
      if (faults > 0 && room > 0) await this.imports.addRejections(row.id, chunk.faults, room);
      await this.imports.advance(row.id, chunk, accepted, faults > room ? { code: 'rejections_cut', params: { count: maxKeptRejections } } : null);
      this.unit.afterCommit(() => this.rollups.touched(row.workspaceId));
    });
  }

  /** Locks the import for the open unit, if it is still this worker's. */
  private async hold(importId: string, lease: string) {
    const held = await this.imports.hold(importId, lease);
    if (held === undefined) throw new Overtaken();
    return held;
  }

  private async end({ row, lease }: Running, status: 'done' | 'failed', failure: Notice | null): Promise<void> {
    const ended = await this.unit.run({ workspaceId: row.workspaceId }, () => this.imports.finish(row.id, lease, status, failure));
    if (ended) await this.spool.remove(this.spool.pathOf(row.id));
  }

  private async giveUp(running: Running, error: unknown, cancelled: AbortSignal): Promise<void> {
    const { row, lease } = running;
    if (error instanceof UnreadableFile) return this.end(running, 'failed', error.notice);
    if (errorCode(error) === 'ENOENT') return this.end(running, 'failed', { code: 'file_gone', params: {} });
    if (error instanceof Overtaken || cancelled.aborted) {
      const status = await this.unit.run({ workspaceId: row.workspaceId }, () => this.imports.status(row.id));
      if (status === 'cancelled') await this.spool.remove(this.spool.pathOf(row.id));
      return;
    }
    // Whoever takes the import next goes on after the last stored chunk.
    await this.unit.run({ workspaceId: row.workspaceId }, () => this.imports.release(row.id, lease)).catch((failure: unknown) => this.note(failure, row.id));
    if (!running.signal.aborted) this.note(error, row.id);
  }

  private note(error: unknown, importId: string, what = 'an import was interrupted'): void {
    this.log.warn({ importId, error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) }, what);
  }
}
