import { Injectable } from '@nestjs/common';
import { encodingSchema, delimiterSchema, type ImportCheck, type ImportPreview } from '@afferent/contracts';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Problem, unprocessable } from '../../platform/http/problem.js';
import { parseInProcess } from '../import/parser-process.js';
import type { ParseJob } from '../import/parse-job.js';
import { UnreadableFile } from '../import/table.js';
import { SurveysRepository } from '../surveys.repository.js';
import { journeyOf, mappingOf } from './form-fields.js';
import { readMapping } from './read-mapping.js';
import { Spool } from './spool.js';
import type { Upload } from './upload.js';

const checkedRows = 50_000;
const previewRows = 200;
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
  ) {}

  /** What the first rows would become under a mapping, by the same code that imports. */
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
    const mapping = readMapping(mappingOf(upload.fields), journeyOf(upload.fields));
    const workspaceZone = await this.unit.run(actor, () => this.surveys.timezone());
    const message = await this.trial({ task: 'check', path: upload.path, mapping, workspaceZone, now: new Date().toISOString(), maxRows: checkedRows });
    if (message.type !== 'check') throw new Error('A check gave no answer');
    return message.check;
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
    const message = await this.trial(job);
    if (message.type !== 'preview') throw new Error('A preview gave no answer');
    return message.preview;
  }

  private async trial(job: ParseJob) {
    if (this.running >= atOnce) throw new Problem(503, 'busy', 'Other files are being looked at; try again shortly', { retryAfterSeconds: 2 });
    this.running++;
    try {
      for await (const message of parseInProcess(job, AbortSignal.timeout(trialMs))) return message;
      throw new Error('The parsing process said nothing');
    } catch (error) {
      if (error instanceof UnreadableFile) throw unprocessable('unreadable_file', error.message);
      if (error instanceof Error && error.name === 'TimeoutError') throw unprocessable('unreadable_file', 'Looking at the file took too long.');
      throw error;
    } finally {
      this.running--;
    }
  }
}
