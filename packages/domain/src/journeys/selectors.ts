import type { Card, JourneyDocument, Lane, Stage } from './document.js';
import { byRank } from './rank.js';

/** The columns, left to right. */
export const orderedStages = (document: JourneyDocument): Stage[] => document.stages.toSorted(byRank);

/** The rows, top to bottom. */
export const orderedLanes = (document: JourneyDocument): Lane[] => document.lanes.toSorted(byRank);

/** The cards of one cell, top to bottom. */
export const cardsOf = (document: JourneyDocument, stageId: string, laneId: string): Card[] =>
  document.cards.filter((card) => card.stageId === stageId && card.laneId === laneId).toSorted(byRank);

/** The cards of every cell that has any, by `${stageId} ${laneId}`: one pass for drawing a whole map. */
export const cardsByCell = (document: JourneyDocument): Map<string, Card[]> => {
  const cells = new Map<string, Card[]>();
  for (const card of document.cards.toSorted(byRank)) {
    const key = cellKey(card.stageId, card.laneId);
    const cell = cells.get(key);
    if (cell) cell.push(card);
    else cells.set(key, [card]);
  }
  return cells;
};

/** The key of a cell in {@link cardsByCell}. */
export const cellKey = (stageId: string, laneId: string): string => `${stageId} ${laneId}`;

/** All cards in map order: stage by stage, inside it lane by lane, inside a cell top to bottom. */
export const orderedCards = (document: JourneyDocument): Card[] => {
  const cells = cardsByCell(document);
  const lanes = orderedLanes(document);
  return orderedStages(document).flatMap((stage) => lanes.flatMap((lane) => cells.get(cellKey(stage.id, lane.id)) ?? []));
};

/** A touchpoint's place on a map: the card that stands for it. */
export interface TouchpointPlace {
  readonly touchpointId: string;
  readonly stageId: string;
  readonly cardId: string;
}

/**
 * The touchpoints on a map, each once, in map order. A touchpoint that several cards point to stands where its first card
 * in a lane of kind `touchpoints` is, or else where its first card is.
 */
export const touchpointsOf = (document: JourneyDocument): TouchpointPlace[] => {
  const kinds = new Map(document.lanes.map((lane) => [lane.id, lane.kind]));
  const places = new Map<string, Card>();
  const cards = orderedCards(document);
  for (const card of cards) {
    if (card.touchpointId === null) continue;
    const known = places.get(card.touchpointId);
    const better = known && kinds.get(known.laneId) !== 'touchpoints' && kinds.get(card.laneId) === 'touchpoints';
    if (!known || better) places.set(card.touchpointId, card);
  }
  return cards.flatMap((card) => card.touchpointId !== null && places.get(card.touchpointId) === card
    ? [{ touchpointId: card.touchpointId, stageId: card.stageId, cardId: card.id }]
    : []);
};
