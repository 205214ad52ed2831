import { applyOperations, cardsOf, emptyDocument, orderedLanes, orderedStages, type JourneyDocument, type Operation } from '@afferent/domain';
import { addCard, addLane, addStage, moveCard, shiftCard, shiftLane, shiftStage } from './commands';

const apply = (document: JourneyDocument, ...operations: Operation[]) => {
  const result = applyOperations(document, operations);
  expect(result.refused).toEqual([]);
  return result.document;
};

const build = () => {
  let map = emptyDocument({ name: 'Map', state: 'current', persona: null, owner: null });
  for (const id of ['s1', 's2', 's3']) map = apply(map, addStage(map, id, id, null));
  for (const id of ['l1', 'l2']) map = apply(map, addLane(map, id, 'pains', id, null));
  for (const id of ['a', 'b', 'c']) map = apply(map, addCard(map, id, { stageId: 's1', laneId: 'l1', afterId: null }, { title: id }));
  return map;
};
const stages = (map: JourneyDocument) => orderedStages(map).map(({ id }) => id);
const cell = (map: JourneyDocument, stageId: string, laneId = 'l1') => cardsOf(map, stageId, laneId).map(({ id }) => id);

it('adds after the given neighbour', () => {
  let map = build();
  map = apply(map, addStage(map, 'new', 'New', 's1'), addCard(map, 'x', { stageId: 's1', laneId: 'l1', afterId: 'a' }, { title: 'x' }));
  expect(stages(map)).toEqual(['s1', 'new', 's2', 's3']);
  expect(cell(map, 's1')).toEqual(['a', 'x', 'b', 'c']);
});

it('moves stages and lanes by a step and stops at the edge', () => {
  const map = build();
  expect(stages(apply(map, ...shiftStage(map, 's1', 'right')))).toEqual(['s2', 's1', 's3']);
  expect(stages(apply(map, ...shiftStage(map, 's3', 'left')))).toEqual(['s1', 's3', 's2']);
  expect(shiftStage(map, 's1', 'left')).toEqual([]);
  expect(orderedLanes(apply(map, ...shiftLane(map, 'l2', 'up'))).map(({ id }) => id)).toEqual(['l2', 'l1']);
  expect(shiftLane(map, 'l2', 'down')).toEqual([]);
});

it('moves a card inside its cell', () => {
  const map = build();
  expect(cell(apply(map, ...shiftCard(map, 'a', 'down')), 's1')).toEqual(['b', 'a', 'c']);
  expect(cell(apply(map, ...shiftCard(map, 'c', 'up')), 's1')).toEqual(['a', 'c', 'b']);
  expect(shiftCard(map, 'c', 'down')).toEqual([]);
});

it('moves a card to the neighbouring stage at the same height where there is room', () => {
  const map = build();
  const moved = apply(map, ...shiftCard(map, 'b', 'right'));
  expect([cell(moved, 's1'), cell(moved, 's2')]).toEqual([['a', 'c'], ['b']]);
  expect(shiftCard(map, 'a', 'left')).toEqual([]);
});

it('drops a card exactly where it was let go', () => {
  const map = build();
  expect(cell(apply(map, ...moveCard(map, 'a', 's1', 'l1', 2)), 's1')).toEqual(['b', 'c', 'a']);
  expect(cell(apply(map, ...moveCard(map, 'c', 's1', 'l1', 0)), 's1')).toEqual(['c', 'a', 'b']);
  expect(moveCard(map, 'b', 's1', 'l1', 1)).toEqual([]);
  expect(cell(apply(map, ...moveCard(map, 'a', 's2', 'l2', 0)), 's2', 'l2')).toEqual(['a']);
});
