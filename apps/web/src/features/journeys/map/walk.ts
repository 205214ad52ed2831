import { cardsByCell, cellKey, orderedLanes, orderedStages, type JourneyDocument } from '@afferent/domain';
import type { Direction } from '../editing/commands';

/** A place on the map: a stage's head has no lane, a lane's head no stage, an empty cell no card. */
export interface Spot {
  stageId: string | null;
  laneId: string | null;
  cardId: string | null;
}

/** Where an arrow key leads from a spot; the spot itself at the map's edge. */
export const walk = (document: JourneyDocument, from: Spot, direction: Direction): Spot => {
  const stages = orderedStages(document);
  const lanes = orderedLanes(document).filter(({ collapsed, id }) => !collapsed || id === from.laneId);
  const cells = cardsByCell(document);
  const cardsAt = (column: number, row: number) => cells.get(cellKey(stages[column]?.id ?? '', lanes[row]?.id ?? '')) ?? [];
  const column = from.stageId === null ? -1 : stages.findIndex(({ id }) => id === from.stageId);
  const row = from.laneId === null ? -1 : lanes.findIndex(({ id }) => id === from.laneId);
  const index = from.cardId === null ? 0 : cardsAt(column, row).findIndex(({ id }) => id === from.cardId);

  const spot = (toColumn: number, toRow: number, at: 'first' | 'last' | number): Spot => {
    const cards = toColumn === -1 || toRow === -1 ? [] : cardsAt(toColumn, toRow);
    const card = at === 'last' ? cards.at(-1) : cards[at === 'first' ? 0 : Math.min(at, cards.length - 1)];
    return { stageId: stages[toColumn]?.id ?? null, laneId: lanes[toRow]?.id ?? null, cardId: card?.id ?? null };
  };

  if (direction === 'left' || direction === 'right') {
    const to = column + (direction === 'left' ? -1 : 1);
    if (to < -1 || to >= stages.length || (to === -1 && row === -1)) return from;
    return spot(to, row, index);
  }
  const isHead = column === -1 || row === -1;
  const next = index + (direction === 'up' ? -1 : 1);
  if (!isHead && next >= 0 && next < cardsAt(column, row).length) return spot(column, row, next);
  const to = row + (direction === 'up' ? -1 : 1);
  if (to < -1 || to >= lanes.length || (to === -1 && column === -1)) return from;
  return spot(column, to, direction === 'up' ? 'last' : 'first');
};
