import { Injectable } from '@nestjs/common';
import type { OperationBatch, OperationLog, OperationLogQuery, OperationResults } from '@afferent/contracts';
import { touchpointsOf } from '@afferent/domain';
import { isDeepStrictEqual } from 'node:util';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound } from '../platform/http/problem.js';
import { TouchpointsService } from '../touchpoints/touchpoints.service.js';
import { applyBatch, touchpointIn } from './apply-batch.js';
import { JourneysRepository } from './journeys.repository.js';
import { OperationsRepository } from './operations.repository.js';

/** The largest seq a journey can have; a client that claims to know a later one knows nothing. */
const MAX_SEQ = 2 ** 31 - 1;

/** The log of changes of a map; the only way it changes. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: OperationsRepository,
    private readonly journeys: JourneysRepository,
    private readonly touchpoints: TouchpointsService,
  ) {}

  apply(actor: Actor, journeyId: string, batch: OperationBatch): Promise<OperationResults> {
    return this.unit.run(actor, async () => {
      const journey = await this.journeys.lock(journeyId);
      if (journey === undefined) throw notFound();
      const outcome = applyBatch({
        seq: journey.seq,
        document: journey.document,
        known: await this.repository.known(journeyId, batch.clientId, batch.operations.map((operation) => operation.clientSeq)),
        touchpoints: await this.touchpoints.held([...new Set(batch.operations.flatMap((operation) => touchpointIn(operation) ?? []))]),
      }, batch);
      if (outcome.log.length > 0) {
        await this.repository.append(journeyId, batch.clientId, actor.userId, outcome.log);
        await this.journeys.save(journeyId, outcome.seq, outcome.document);
        const places = touchpointsOf(outcome.document);
        if (!isDeepStrictEqual(places, touchpointsOf(journey.document))) await this.journeys.replacePlaces(journeyId, places);
      }
      return { seq: outcome.seq, results: outcome.results };
    });
  }

  log(actor: Actor, journeyId: string, query: OperationLogQuery): Promise<OperationLog> {
    return this.unit.run(actor, async () => {
      const journey = await this.journeys.find(journeyId);
      if (journey === undefined) throw notFound();
      const rows = await this.repository.after(journeyId, Math.min(query.after, MAX_SEQ), query.limit);
      const last = rows.at(-1)?.seq ?? journey.seq;
      return {
        seq: journey.seq,
        items: rows.map((row) => ({
          seq: row.seq,
          clientId: row.clientId,
          clientSeq: Number(row.clientSeq),
          userId: row.userId,
          at: row.at.toISOString(),
          operation: row.operation,
        })),
        nextCursor: last < journey.seq ? String(last) : null,
      };
    });
  }
}
