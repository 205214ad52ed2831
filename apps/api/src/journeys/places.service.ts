import { Injectable } from '@nestjs/common';
import type { Operation } from '@afferent/domain';
import { orderedLanes, orderedStages, touchpointsOf } from '@afferent/domain';
import { WorkspacesService } from '../identity/workspaces.service.js';
import { newId } from '../platform/database/new-id.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { applyBatch } from './apply-batch.js';
import { JourneysRepository } from './journeys.repository.js';
import { touchpointsLaneName } from './journeys.service.js';
import { OperationsRepository } from './operations.repository.js';

const mapFull = () => new Problem(422, 'map_full', 'This map cannot hold more stages, lanes or cards');

/** Puts touchpoints that were found in data on a map. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly repository: OperationsRepository,
    private readonly journeys: JourneysRepository,
    private readonly workspaces: WorkspacesService,
  ) {}

  /**
   * For a feature's own unit of work: touchpoints that are not on the map yet get a card in its last stage, in the given order.
   * A map without a stage or without a lane of touchpoints gets one. The changes go through the log like anybody's.
   *
   * @param stageName what a stage is called where the map has none
   */
  async place(journeyId: string, touchpointIds: readonly string[], userId: string, stageName: string): Promise<void> {
    const journey = await this.journeys.lock(journeyId);
    if (journey === undefined) throw notFound();
    const { seq, document } = journey;
    const present = new Set(touchpointsOf(document).map((place) => place.touchpointId));
    const missing = [...new Set(touchpointIds)].filter((id) => !present.has(id));
    if (missing.length === 0) return;

    const stage = orderedStages(document).at(-1)?.id;
    const lane = orderedLanes(document).find((each) => each.kind === 'touchpoints')?.id;
    const stageId = stage ?? newId();
    const laneId = lane ?? newId();
    const laneName = touchpointsLaneName[(await this.workspaces.current()).locale];
    const operations: Operation[] = [
      ...(stage === undefined ? [{ type: 'addStage' as const, stageId, name: stageName }] : []),
      ...(lane === undefined ? [{ type: 'addLane' as const, laneId, kind: 'touchpoints' as const, name: laneName }] : []),
      ...missing.map((touchpointId) => ({ type: 'addCard' as const, cardId: newId(), stageId, laneId, touchpointId })),
    ];
    const clientId = newId();
    const outcome = applyBatch(
      { seq, document, known: new Map(), touchpoints: new Set(missing) },
      { clientId, operations: operations.map((operation, clientSeq) => ({ ...operation, clientSeq })) },
    );
    if (outcome.results.some((result) => result.status === 'rejected')) throw mapFull();
    await this.repository.append(journeyId, clientId, userId, outcome.log);
    await this.journeys.save(journeyId, outcome.seq, outcome.document);
    await this.journeys.replacePlaces(journeyId, touchpointsOf(outcome.document));
  }
}
