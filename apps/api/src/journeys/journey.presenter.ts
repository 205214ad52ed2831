import type { Journey, JourneySummary, Touchpoint } from '@afferent/contracts';
import { orderedCards, orderedLanes, orderedStages, touchpointsOf } from '@afferent/domain';
import type { JourneyRow, JourneySummaryRow } from './journeys.repository.js';

/** A map with its touchpoints; `touchpoints` holds at least those on the map. */
export const presentJourney = ({ id, seq, document, createdAt, updatedAt }: JourneyRow, touchpoints: readonly Touchpoint[]): Journey => {
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return {
    id,
    name: document.name,
    state: document.state,
    persona: document.persona,
    owner: document.owner,
    seq,
    stages: orderedStages(document),
    lanes: orderedLanes(document),
    cards: orderedCards(document),
    touchpoints: touchpointsOf(document).flatMap(({ touchpointId, stageId, cardId }) => {
      const touchpoint = byId.get(touchpointId);
      return touchpoint === undefined ? [] : [{ ...touchpoint, stageId, cardId }];
    }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
};

export const presentSummary = (row: JourneySummaryRow): JourneySummary => ({
  id: row.id,
  name: row.name,
  state: row.state,
  persona: row.persona,
  owner: row.owner,
  seq: row.seq,
  stages: row.stages.map(({ id, name }) => ({ id, name })),
  touchpointCount: row.touchpointCount,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
