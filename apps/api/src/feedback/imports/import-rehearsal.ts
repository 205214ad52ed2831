import { Injectable } from '@nestjs/common';
import type { ImportMapping } from '@afferent/contracts';
import { newId } from '../../platform/database/new-id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { explained } from '../../platform/database/violated-constraint.js';
import type { Actor } from '../../platform/http/actor.js';
import { notFound } from '../../platform/http/problem.js';
import { ImportsRepository } from '../imports.repository.js';
import { IngestRepository } from '../ingest/ingest.repository.js';
import { ImportSurvey } from './import-survey.js';

/** Carries the survey out of a unit of work that must not be committed. */
class Rehearsed extends Error {
  constructor(readonly surveyId: string) {
    super('rehearsed');
  }
}

/** What an import does to the database before its first row, done and taken back: whatever refuses the import refuses the rehearsal, in the same words. */
@Injectable()
export class ImportRehearsal {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly survey: ImportSurvey,
    private readonly ingest: IngestRepository,
  ) {}

  /**
   * The survey that an import would go to; it exists only when earlier imports went to it. Throws the Problem that sending the import
   * would be answered with, or UnreadableFile where the import would fail.
   */
  async prepare(actor: Actor, mapping: ImportMapping, journeyId: string | null, present: readonly number[]): Promise<string> {
    try {
      return await this.unit.run(actor, () => explained({ import_mappings_journey_id_fkey: notFound }, async () => {
        const mappingId = await this.imports.saveMapping(newId(), mapping, mapping, journeyId);
        const { surveyId } = await this.survey.prepare({ mapping, mappingId, journeyId, createdBy: actor.userId }, present);
        throw new Rehearsed(surveyId);
      }));
    } catch (error) {
      if (error instanceof Rehearsed) return error.surveyId;
      throw error;
    }
  }

  known(actor: Actor, surveyId: string, ids: Buffer): Promise<number> {
    return this.unit.run(actor, () => this.ingest.known(surveyId, ids), { readOnly: true });
  }
}
