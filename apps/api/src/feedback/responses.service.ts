import { Injectable } from '@nestjs/common';
import { responsesResultSchema, type Responses, type ResponsesBatch, type ResponsesQuery, type ResponsesResult } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { pageOf, valuesOf } from '../platform/http/cursor.js';
import { notFound } from '../platform/http/problem.js';
import { IdempotencyRepository, onceRequest } from './idempotency.repository.js';
import { storable, type MappedRow } from './import/map-row.js';
import { AnswerPartitions } from './ingest/answer-partitions.js';
import { batchOf } from './ingest/batch.js';
import { IngestRepository } from './ingest/ingest.repository.js';
import { itemMapper } from './ingest/map-item.js';
import { presentResponse } from './response.presenter.js';
import { ResponsesRepository } from './responses.repository.js';
import { RollupsService } from './rollups.service.js';
import { SurveysRepository, type SurveyRow } from './surveys.repository.js';

/** Responses that arrive as data: batches of other systems, listed and deleted one by one. */
@Injectable()
export class ResponsesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly surveys: SurveysRepository,
    private readonly responses: ResponsesRepository,
    private readonly once: IdempotencyRepository,
    private readonly ingest: IngestRepository,
    private readonly partitions: AnswerPartitions,
    private readonly rollups: RollupsService,
  ) {}

  async create(actor: Actor, key: string | undefined, body: ResponsesBatch): Promise<{ replayed: boolean; result: ResponsesResult }> {
    const request = onceRequest(actor, 'POST /responses', key, body);
    const { survey, timezone } = await this.unit.run(actor, async () => ({ survey: await this.survey(body.surveyId), timezone: await this.surveys.timezone() }));
    const map = itemMapper(survey.questions, { workspaceZone: timezone, now: new Date() });
    const rows: MappedRow[] = [];
    const rejected: ResponsesResult['rejected'] = [];
    body.responses.forEach((item, index) => {
      const outcome = map(item);
      if ('code' in outcome) rejected.push({ index, externalId: storable(item.externalId), code: outcome.code, detail: outcome.detail });
      else rows.push(outcome);
    });
    const batch = batchOf(rows);
    await this.partitions.ensure(batch.months);
    return this.unit.run(actor, async () => {
      const known = await this.once.begin(request);
      if (known !== undefined) return { replayed: true, result: responsesResultSchema.parse(known) };
      const accepted = await this.ingest.store(survey.id, survey.questions.map((question) => question.id), batch);
      const result = { accepted, duplicates: rows.length - accepted, rejected };
      await this.once.finish(request, 200, result);
      await this.once.forget();
      this.unit.afterCommit(() => this.rollups.touched(actor.workspaceId));
      return { replayed: false, result };
    });
  }

  list(actor: Actor, surveyId: string, query: ResponsesQuery): Promise<Responses> {
    return this.unit.run(actor, async () => {
      await this.survey(surveyId);
      const [after = null] = valuesOf(query.cursor, 1) ?? [];
      const rows = await this.responses.list(surveyId, { externalId: query.externalId === undefined ? null : storable(query.externalId), after, limit: query.limit + 1 });
      const page = pageOf(rows, query.limit, (row) => [row.externalId]);
      return { items: page.items.map(presentResponse), nextCursor: page.nextCursor };
    });
  }

  remove(actor: Actor, responseId: string): Promise<void> {
    return this.unit.run(actor, async () => {
      if (!(await this.ingest.remove(responseId))) throw notFound();
      this.unit.afterCommit(() => this.rollups.touched(actor.workspaceId));
    });
  }

  private async survey(id: string): Promise<SurveyRow> {
    const row = await this.surveys.find(id);
    if (row === undefined) throw notFound();
    return row;
  }
}
