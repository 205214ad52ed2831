import { applyOperations, emptyDocument, type Operation } from '@afferent/domain';
import { walk, type Spot } from './walk';

const operations: Operation[] = [
  ...['s1', 's2'].map((stageId): Operation => ({ type: 'addStage', stageId, name: stageId })),
  ...['l1', 'l2'].map((laneId): Operation => ({ type: 'addLane', laneId, kind: 'pains', name: laneId })),
  ...['a', 'b'].map((cardId): Operation => ({ type: 'addCard', cardId, stageId: 's1', laneId: 'l1', title: cardId })),
  { type: 'addCard', cardId: 'c', stageId: 's2', laneId: 'l1', title: 'c' },
  { type: 'addCard', cardId: 'd', stageId: 's1', laneId: 'l2', title: 'd' },
];
const map = applyOperations(emptyDocument({ name: 'Map', state: 'current', persona: null, owner: null }), operations).document;
const spot = (stageId: string | null, laneId: string | null, cardId: string | null = null): Spot => ({ stageId, laneId, cardId });

it('goes through a cell\'s cards and on to the next lane', () => {
  expect(walk(map, spot('s1', 'l1', 'a'), 'down')).toEqual(spot('s1', 'l1', 'b'));
  expect(walk(map, spot('s1', 'l1', 'b'), 'down')).toEqual(spot('s1', 'l2', 'd'));
  expect(walk(map, spot('s1', 'l2', 'd'), 'up')).toEqual(spot('s1', 'l1', 'b'));
});

it('keeps the height when it changes the stage, as far as there are cards', () => {
  expect(walk(map, spot('s1', 'l1', 'b'), 'right')).toEqual(spot('s2', 'l1', 'c'));
  expect(walk(map, spot('s1', 'l2', 'd'), 'right')).toEqual(spot('s2', 'l2'));
});

it('reaches the heads and stops at the edges', () => {
  expect(walk(map, spot('s1', 'l1', 'a'), 'up')).toEqual(spot('s1', null));
  expect(walk(map, spot('s1', 'l1', 'a'), 'left')).toEqual(spot(null, 'l1'));
  expect(walk(map, spot('s1', null), 'down')).toEqual(spot('s1', 'l1', 'a'));
  expect(walk(map, spot(null, 'l1'), 'right')).toEqual(spot('s1', 'l1', 'a'));
  expect(walk(map, spot('s1', null), 'left')).toEqual(spot('s1', null));
  expect(walk(map, spot('s2', 'l2'), 'down')).toEqual(spot('s2', 'l2'));
});
