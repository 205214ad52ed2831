import {
  cardsOf, orderedLanes, orderedStages, rankAt,
  type Card, type JourneyDocument, type LaneKind, type Operation,
} from '@afferent/domain';

export type Direction = 'left' | 'right' | 'up' | 'down';

// A rank left out means "at the end", which is also the best answer when there is no room between two neighbours.
const ranked = (rank: string | null) => (rank === null ? {} : { rank });
const after = <T extends { readonly id: string }>(list: readonly T[], id: string | null) => (id === null ? list.length : list.findIndex((item) => item.id === id) + 1);
const others = <T extends { readonly id: string }>(list: readonly T[], id: string) => list.filter((item) => item.id !== id);

/** A stage after the given one, or at the end. */
export const addStage = (document: JourneyDocument, stageId: string, name: string, afterId: string | null): Operation => {
  const stages = orderedStages(document);
  return { type: 'addStage', stageId, name, ...ranked(rankAt(stages, after(stages, afterId))) };
};

/** A lane after the given one, or at the end. */
export const addLane = (document: JourneyDocument, laneId: string, kind: LaneKind, name: string, afterId: string | null): Operation => {
  const lanes = orderedLanes(document);
  return { type: 'addLane', laneId, kind, name, ...ranked(rankAt(lanes, after(lanes, afterId))) };
};

export interface CardPlace {
  stageId: string;
  laneId: string;
  afterId: string | null;
}

/** A card in a cell, after the given one or at the end. */
export const addCard = (document: JourneyDocument, cardId: string, { stageId, laneId, afterId }: CardPlace, content: Partial<Pick<Card, 'title' | 'touchpointId' | 'emotion'>>): Operation => {
  const peers = cardsOf(document, stageId, laneId);
  return { type: 'addCard', cardId, stageId, laneId, ...ranked(rankAt(peers, after(peers, afterId))), ...content };
};

/** A stage to a position among the others; nothing when it stands there already. */
export const moveStage = (document: JourneyDocument, stageId: string, index: number): Operation[] => {
  const stages = orderedStages(document);
  if (stages[index]?.id === stageId) return [];
  return [{ type: 'moveStage', stageId, ...ranked(rankAt(others(stages, stageId), index)) }];
};

/** A lane to a position among the others; nothing when it stands there already. */
export const moveLane = (document: JourneyDocument, laneId: string, index: number): Operation[] => {
  const lanes = orderedLanes(document);
  if (lanes[index]?.id === laneId) return [];
  return [{ type: 'moveLane', laneId, ...ranked(rankAt(others(lanes, laneId), index)) }];
};

/** A card to a position among the others of a cell; nothing when it stands there already. */
export const moveCard = (document: JourneyDocument, cardId: string, stageId: string, laneId: string, index: number): Operation[] => {
  const cell = cardsOf(document, stageId, laneId);
  if (cell[index]?.id === cardId) return [];
  return [{ type: 'moveCard', cardId, stageId, laneId, ...ranked(rankAt(others(cell, cardId), index)) }];
};

const step = (direction: Direction) => (direction === 'left' || direction === 'up' ? -1 : 1);

/** One step of a stage to the left or right. */
export const shiftStage = (document: JourneyDocument, stageId: string, direction: Direction): Operation[] => {
  const stages = orderedStages(document);
  const index = stages.findIndex(({ id }) => id === stageId) + step(direction);
  return index < 0 || index >= stages.length ? [] : moveStage(document, stageId, index);
};

/** One step of a lane up or down. */
export const shiftLane = (document: JourneyDocument, laneId: string, direction: Direction): Operation[] => {
  const lanes = orderedLanes(document);
  const index = lanes.findIndex(({ id }) => id === laneId) + step(direction);
  return index < 0 || index >= lanes.length ? [] : moveLane(document, laneId, index);
};

/** One step of a card: up and down inside its cell, left and right to the neighbouring stage at the same height. */
export const shiftCard = (document: JourneyDocument, cardId: string, direction: Direction): Operation[] => {
  const card = document.cards.find(({ id }) => id === cardId);
  if (card === undefined) return [];
  const index = cardsOf(document, card.stageId, card.laneId).findIndex(({ id }) => id === cardId);
  if (direction === 'up' || direction === 'down') {
    const to = index + step(direction);
    const last = cardsOf(document, card.stageId, card.laneId).length - 1;
    return to < 0 || to > last ? [] : moveCard(document, cardId, card.stageId, card.laneId, to);
  }
  const stages = orderedStages(document);
  const stage = stages[stages.findIndex(({ id }) => id === card.stageId) + step(direction)];
  return stage === undefined ? [] : moveCard(document, cardId, stage.id, card.laneId, Math.min(index, cardsOf(document, stage.id, card.laneId).length));
};
