import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Import, Imports, PageQuery, SavedMappings, ShortListQuery } from '@afferent/contracts';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { explained } from '../platform/database/violated-constraint.js';
import type { Actor } from '../platform/http/actor.js';
import { pageOf, pageOfAll, valuesOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { Language } from './import/fault-words.js';
import { presentImport, presentSavedMapping } from './import.presenter.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportRunner } from './imports/import-runner.js';
import { journeyOf, mappingOf } from './imports/form-fields.js';
import { readMapping } from './imports/read-mapping.js';
import { rejectionsCsv } from './imports/rejections-csv.js';
import { Spool } from './imports/spool.js';
import type { Upload } from './imports/upload.js';

const rejectionsAtOnce = 1000;

/** Imports of table files: accepted at once, read in the background, told about until they end. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: ImportsRepository,
    private readonly spool: Spool,
    private readonly runner: ImportRunner,
    private readonly jobs: Jobs,
  ) {}

  /** Promises an import of a received file; the file belongs to the import from here on, or is removed. */
  async create(actor: Actor, upload: Upload): Promise<{ id: string }> {
    const id = newId();
    try {
      const journeyId = journeyOf(upload.fields);
      const text = mappingOf(upload.fields);
      const mapping = readMapping(text, journeyId);
      await this.spool.keep(upload.path, id);
      const foreign = { import_mappings_journey_id_fkey: notFound, imports_journey_id_fkey: notFound };
      await this.unit.run(actor, () => explained(foreign, async () => {
        const mappingId = await this.repository.saveMapping(newId(), mapping, JSON.parse(text), journeyId);
        await this.repository.insert({ id, mappingId, mapping, journeyId, fileName: upload.fileName, createdBy: actor.userId });
        await this.jobs.send('imports', { workspaceId: actor.workspaceId, importId: id });
      }));
      return { id };
    } catch (error) {
      await this.spool.remove(upload.path);
      await this.spool.remove(this.spool.pathOf(id));
      throw error;
    }
  }

  list(actor: Actor, query: PageQuery): Promise<Imports> {
    return this.unit.run(actor, async () => {
      const [before = null] = valuesOf(query.cursor, 1) ?? [];
      const page = pageOf(await this.repository.list(before, query.limit + 1), query.limit, (row) => [row.id]);
      return { items: page.items.map(presentImport), nextCursor: page.nextCursor };
    });
  }

  get(actor: Actor, id: string): Promise<Import> {
    return this.unit.run(actor, async () => {
      const row = await this.repository.find(id);
      if (row === undefined) throw notFound();
      return presentImport(row);
    });
  }

  /** Ends an import between two chunks; what it stored stays. Cancelling twice is the same as once. */
  async cancel(actor: Actor, id: string): Promise<Import> {
    const cancelled = await this.unit.run(actor, () => this.repository.cancel(id));
    const now = await this.get(actor, id);
    if (!cancelled && now.status !== 'cancelled') throw new Problem(409, 'import_ended', 'This import has ended already');
    if (cancelled) {
      this.runner.interrupt(id);
      await this.spool.remove(this.spool.pathOf(id));
    }
    return now;
  }

  savedMappings(actor: Actor, query: ShortListQuery): Promise<SavedMappings> {
    return this.unit.run(actor, async () => pageOfAll((await this.repository.savedMappings()).map(presentSavedMapping), query, ({ id }) => id));
  }

  /** The rejections file as a stream, in words of the language; 404 before it begins. */
  async rejections(actor: Actor, id: string, lang?: Language): Promise<Readable> {
    await this.get(actor, id);
    return Readable.from(rejectionsCsv(this.rejectionPages(actor, id), lang));
  }

  private async *rejectionPages(actor: Actor, id: string) {
    let after = { row: -1, place: 0 };
    for (;;) {
      const page = await this.unit.run(actor, () => this.repository.rejections(id, after, rejectionsAtOnce), { readOnly: true });
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (page.length < rejectionsAtOnce || last === undefined) return;
      after = { row: last.row, place: last.place };
    }
  }
}
