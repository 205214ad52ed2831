import { applied, isName, refused, restoreCard, type Applied } from './applied.js';
import { JOURNEY_LIMITS, type JourneyDocument } from './document.js';
import type { LaneOperation } from './operation.js';
import { place, settleRank, without } from './rank.js';

/** Applies an operation on lanes; removing a lane removes its cards, and its inverse brings them back. */
export const applyLaneOperation = (document: JourneyDocument, operation: LaneOperation): Applied => {
  const { laneId } = operation;
  const lane = document.lanes.find((item) => item.id === laneId);

  if (operation.type === 'addLane') {
    if (lane) return refused('lane_exists');
    if (document.lanes.length >= JOURNEY_LIMITS.lanes) return refused('too_many_lanes');
    if (!isName(operation.name)) return refused('bad_value');
    const rank = settleRank(document.lanes, laneId, operation.rank);
    if (rank === null) return refused('bad_rank');
    const { kind, name, collapsed = false } = operation;
    return applied({ ...document, lanes: place(document.lanes, { id: laneId, kind, name, rank, collapsed }) }, { type: 'removeLane', laneId });
  }

  if (!lane) return refused('lane_not_found');
  switch (operation.type) {
    case 'renameLane': {
      if (!isName(operation.name)) return refused('bad_value');
      const lanes = place(document.lanes, { ...lane, name: operation.name });
      return applied({ ...document, lanes }, { type: 'renameLane', laneId, name: lane.name });
    }
    case 'moveLane': {
      const rank = settleRank(without(document.lanes, laneId), laneId, operation.rank);
      if (rank === null) return refused('bad_rank');
      return applied({ ...document, lanes: place(document.lanes, { ...lane, rank }) }, { type: 'moveLane', laneId, rank: lane.rank });
    }
    case 'removeLane': {
      const gone = document.cards.filter((card) => card.laneId === laneId);
      const cards = document.cards.filter((card) => card.laneId !== laneId);
      const { kind, name, rank, collapsed } = lane;
      return applied(
        { ...document, lanes: without(document.lanes, laneId), cards },
        { type: 'addLane', laneId, kind, name, rank, collapsed },
        ...gone.map(restoreCard),
      );
    }
  }
};
