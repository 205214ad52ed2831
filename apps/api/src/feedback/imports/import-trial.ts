import { Injectable } from '@nestjs/common';
import { encodingSchema, delimiterSchema, type ImportCheck, type ImportPreview } from '@afferent/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Problem, unprocessable } from '../../platform/http/problem.js';
import { emptyCheck } from '../import/parse-check.js';
import { parseInProcess } from '../import/parser-process.js';
import type { ParseJob } from '../import/parse-job.js';
import { UnreadableFile } from '../import/table.js';
import { SurveysRepository } from '../surveys.repository.js';
import { journeyOf, mappingOf } from './form-fields.js';
import { ImportRehearsal } from './import-rehearsal.js';
import { readMapping } from './read-mapping.js';
import { Spool } from './spool.js';
import type { Upload } from './upload.js';

const checkedRows = 50_000;
const previewRows = 1000;
const atOnce = 2;
const trialMs = 45_000;

/** Looks at files before they are imported; stores nothing. */
@Injectable()
export class ImportTrial {
  private running = 0;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly surveys: SurveysRepository,
    private readonly spool: Spool,
    private readonly rehearsal: ImportRehearsal,
  ) {}

  /** What the first rows would become under a mapping, by the same code that imports; a file that cannot be imported is told as its failure. */
  check(actor: Actor, upload: Upload): Promise<ImportCheck> {
    return this.lookAt(upload, () => this.checked(actor, upload));
  }

  /** The first rows as text. */
  preview(upload: Upload): Promise<ImportPreview> {
    return this.lookAt(upload, () => this.previewed(upload));
  }

  /** Does something with an upload that nobody needs afterwards. */
  private async lookAt<T>(upload: Upload, look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } finally {
      await this.spool.remove(upload.path);
    }
  }

  private async checked(actor: Actor, upload: Upload): Promise<ImportCheck> {
    const journeyId = journeyOf(upload.fields);
    const mapping = readMapping(mappingOf(upload.fields), journeyId);
    // A journey that is not there is refused before the file is read, as an import refuses it.
    await this.rehearsal.prepare(actor, mapping, journeyId, []);
    const workspaceZone = await this.unit.run(actor, () => this.surveys.timezone());
    return this.trial({ task: 'check', path: upload.path, mapping, workspaceZone, now: new Date().toISOString(), maxRows: checkedRows }, async (messages) => {
      let surveyId: string | undefined;
      let known = 0;
      try {
        for await (const message of messages) {
          if (message.type === 'layout') surveyId = await this.rehearsal.prepare(actor, mapping, journeyId, message.questions);
          else if (message.type === 'ids' && surveyId !== undefined) known += await this.rehearsal.known(actor, surveyId, message.ids);
          else if (message.type === 'check') return { ...message.check, wouldAccept: message.check.wouldAccept - known, duplicates: message.check.duplicates + known };
        }
      } catch (error) {
        if (error instanceof UnreadableFile) return emptyCheck([], error.notice);
        throw error;
      }
      throw new Error('A check gave no answer');
    });
  }

  private async previewed(upload: Upload): Promise<ImportPreview> {
    const format = upload.fields.get('format') ?? 'csv';
    if (format !== 'csv' && format !== 'xlsx') throw new Problem(400, 'invalid', 'format is csv or xlsx', { issues: [{ path: 'format', code: 'invalid_value', message: 'csv or xlsx' }] });
    const optional = <T>(name: string, schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }): T | undefined => {
      const given = upload.fields.get(name);
      if (given === undefined || given === '') return undefined;
      const parsed = schema.safeParse(given);
      if (!parsed.success) throw new Problem(400, 'invalid', `${name} is not known`, { issues: [{ path: name, code: 'invalid_value', message: 'not known' }] });
      return parsed.data;
    };
    const job: ParseJob = {
      task: 'preview', path: upload.path, format, maxRows: previewRows,
      sheet: upload.fields.get('sheet') || undefined, delimiter: optional('delimiter', delimiterSchema), encoding: optional('encoding', encodingSchema),
    };
    return this.trial(job, async (messages) => {
      for await (const message of messages) if (message.type === 'preview') return message.preview;
      throw new Error('A preview gave no answer');
    });
  }

  private async trial<T>(job: ParseJob, read: (messages: ReturnType<typeof parseInProcess>) => Promise<T>): Promise<T> {
    if (this.running >= atOnce) throw new Problem(503, 'busy', 'Other files are being looked at; try again shortly', { retryAfterSeconds: 2 });
    this.running++;
    try {
      return await read(parseInProcess(job, AbortSignal.timeout(trialMs)));
    } catch (error) {
      const unreadable = error instanceof Error && error.name === 'TimeoutError' ? new UnreadableFile('too_slow') : error;
      // The issue's code is the notice's, so that a client can say it in words of its own.
      if (unreadable instanceof UnreadableFile) throw unprocessable('unreadable_file', unreadable.message, [{ path: 'file', code: unreadable.notice.code, message: unreadable.message }]);
      throw error;
    } finally {
      this.running--;
    }
  }
}
