import { applied, isName, refused, restoreCard, type Applied } from './applied.js';
import { JOURNEY_LIMITS, type JourneyDocument } from './document.js';
import type { StageOperation } from './operation.js';
import { place, settleRank, without } from './rank.js';

/** Applies an operation on stages; removing a stage removes its cards, and its inverse brings them back. */
export const applyStageOperation = (document: JourneyDocument, operation: StageOperation): Applied => {
  const { stageId } = operation;
  const stage = document.stages.find((item) => item.id === stageId);

  if (operation.type === 'addStage') {
    if (stage) return refused('stage_exists');
    if (document.stages.length >= JOURNEY_LIMITS.stages) return refused('too_many_stages');
    if (!isName(operation.name)) return refused('bad_value');
    const rank = settleRank(document.stages, stageId, operation.rank);
    if (rank === null) return refused('bad_rank');
    const stages = place(document.stages, { id: stageId, name: operation.name, rank });
    return applied({ ...document, stages }, { type: 'removeStage', stageId });
  }

  if (!stage) return refused('stage_not_found');
  switch (operation.type) {
    case 'renameStage': {
      if (!isName(operation.name)) return refused('bad_value');
      const stages = place(document.stages, { ...stage, name: operation.name });
      return applied({ ...document, stages }, { type: 'renameStage', stageId, name: stage.name });
    }
    case 'moveStage': {
      const rank = settleRank(without(document.stages, stageId), stageId, operation.rank);
      if (rank === null) return refused('bad_rank');
      return applied({ ...document, stages: place(document.stages, { ...stage, rank }) }, { type: 'moveStage', stageId, rank: stage.rank });
    }
    case 'removeStage': {
      const gone = document.cards.filter((card) => card.stageId === stageId);
      const cards = document.cards.filter((card) => card.stageId !== stageId);
      return applied(
        { ...document, stages: without(document.stages, stageId), cards },
        { type: 'addStage', stageId, name: stage.name, rank: stage.rank },
        ...gone.map(restoreCard),
      );
    }
  }
};
