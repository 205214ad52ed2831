import { applyOperation, applyOperations } from './apply.js';
import { JOURNEY_LIMITS, emptyDocument, type JourneyDocument } from './document.js';
import type { Operation, OperationCode } from './operation.js';
import { cardsOf, orderedStages, touchpointsOf } from './selectors.js';

const empty = emptyDocument({ name: 'Opening a card', state: 'current', persona: null, owner: null });

const built = (...operations: Operation[]): JourneyDocument => {
  const { document, refused } = applyOperations(empty, operations);
  expect(refused).toEqual([]);
  return document;
};
const codeOf = (document: JourneyDocument, operation: Operation): OperationCode | 'applied' => {
  const result = applyOperation(document, operation);
  return result.ok ? 'applied' : result.code;
};

const map = () => built(
  { type: 'addStage', stageId: 's1', name: 'Learn' },
  { type: 'addStage', stageId: 's2', name: 'Apply' },
  { type: 'addLane', laneId: 'l1', kind: 'touchpoints', name: 'Touchpoints' },
  { type: 'addLane', laneId: 'l2', kind: 'pains', name: 'Pains' },
  { type: 'addCard', cardId: 'c1', stageId: 's1', laneId: 'l1', touchpointId: 't1' },
  { type: 'addCard', cardId: 'c2', stageId: 's1', laneId: 'l1', title: 'Advert' },
  { type: 'addCard', cardId: 'c3', stageId: 's2', laneId: 'l2', text: 'Too long', touchpointId: 't1' },
);

describe('operations on a map', () => {
  it('adds at the end where no rank is given', () => {
    expect(orderedStages(map()).map((stage) => stage.name)).toEqual(['Learn', 'Apply']);
    expect(cardsOf(map(), 's1', 'l1').map((card) => card.id)).toEqual(['c1', 'c2']);
  });

  it('removes a stage with its cards and brings all of them back', () => {
    const removed = applyOperation(map(), { type: 'removeStage', stageId: 's1' });
    if (!removed.ok) throw new Error(removed.code);
    expect(removed.document.cards.map((card) => card.id)).toEqual(['c3']);
    expect(applyOperations(removed.document, removed.inverse).document).toEqual(map());
  });

  it('lets deletion win over a late edit, move and link', () => {
    const gone = applyOperations(map(), [{ type: 'removeCard', cardId: 'c2' }, { type: 'removeStage', stageId: 's2' }]).document;
    expect(codeOf(gone, { type: 'setProperty', target: 'card', id: 'c2', property: 'title', value: 'Banner' })).toBe('card_not_found');
    expect(codeOf(gone, { type: 'moveCard', cardId: 'c1', stageId: 's2', laneId: 'l1' })).toBe('stage_not_found');
    expect(codeOf(gone, { type: 'linkTouchpoint', cardId: 'c3', touchpointId: 't2' })).toBe('card_not_found');
  });

  it('keeps the last value of a property and the others of the same card', () => {
    const { document } = applyOperations(map(), [
      { type: 'setProperty', target: 'card', id: 'c2', property: 'title', value: 'Banner' },
      { type: 'setProperty', target: 'card', id: 'c2', property: 'text', value: 'seen in the underground' },
      { type: 'setProperty', target: 'card', id: 'c2', property: 'title', value: 'Poster' },
    ]);
    expect(document.cards.find((card) => card.id === 'c2')).toMatchObject({ title: 'Poster', text: 'seen in the underground' });
  });

  it('orders equal ranks by id, whoever came first', () => {
    const add = (stageId: string): Operation => ({ type: 'addStage', stageId, name: stageId, rank: 'a5' });
    const order = (document: JourneyDocument) => orderedStages(document).map((stage) => stage.id);
    expect(order(built(add('x'), add('y')))).toEqual(['x', 'y']);
    expect(order(built(add('y'), add('x')))).toEqual(['x', 'y']);
  });

  it('names what is wrong', () => {
    expect(codeOf(map(), { type: 'addStage', stageId: 's1', name: 'Again' })).toBe('stage_exists');
    expect(codeOf(map(), { type: 'addLane', laneId: 'l1', kind: 'text', name: 'Again' })).toBe('lane_exists');
    expect(codeOf(map(), { type: 'addCard', cardId: 'c1', stageId: 's1', laneId: 'l1' })).toBe('card_exists');
    expect(codeOf(map(), { type: 'addCard', cardId: 'c9', stageId: 's1', laneId: 'l9' })).toBe('lane_not_found');
    expect(codeOf(map(), { type: 'moveStage', stageId: 's1', rank: '!' })).toBe('bad_rank');
    expect(codeOf(map(), { type: 'renameStage', stageId: 's1', name: '   ' })).toBe('bad_value');
    expect(codeOf(map(), { type: 'setProperty', target: 'card', id: 'c1', property: 'emotion', value: 2.1 })).toBe('bad_value');
  });

  it('has bounds', () => {
    const stages = Array.from({ length: JOURNEY_LIMITS.stages }, (_, index): Operation => ({ type: 'addStage', stageId: `s${index}`, name: 'S' }));
    const lanes = Array.from({ length: JOURNEY_LIMITS.lanes }, (_, index): Operation => ({ type: 'addLane', laneId: `l${index}`, kind: 'text', name: 'L' }));
    const full = built(...stages, ...lanes);
    expect(codeOf(full, { type: 'addStage', stageId: 'more', name: 'S' })).toBe('too_many_stages');
    expect(codeOf(full, { type: 'addLane', laneId: 'more', kind: 'text', name: 'L' })).toBe('too_many_lanes');
    const card = { stageId: 's0', laneId: 'l0', rank: 'a0', title: null, text: null, touchpointId: null, emotion: null };
    const crowded = { ...full, cards: Array.from({ length: JOURNEY_LIMITS.cards }, (_, index) => ({ ...card, id: `c${index}` })) };
    expect(codeOf(crowded, { type: 'addCard', cardId: 'more', stageId: 's0', laneId: 'l0' })).toBe('too_many_cards');
  });
});

describe('touchpointsOf', () => {
  it('gives each touchpoint once, where its card in a touchpoints lane is', () => {
    expect(touchpointsOf(map())).toEqual([{ touchpointId: 't1', stageId: 's1', cardId: 'c1' }]);
    const reordered = applyOperations(map(), [{ type: 'moveStage', stageId: 's2', rank: 'Zz' }]).document;
    expect(touchpointsOf(reordered)).toEqual([{ touchpointId: 't1', stageId: 's1', cardId: 'c1' }]);
  });

  it('follows the order of stages, lanes and cards', () => {
    const { document } = applyOperations(map(), [
      { type: 'linkTouchpoint', cardId: 'c2', touchpointId: 't2' },
      { type: 'linkTouchpoint', cardId: 'c3', touchpointId: 't3' },
      { type: 'moveCard', cardId: 'c2', stageId: 's1', laneId: 'l1', rank: 'Zz' },
      { type: 'moveStage', stageId: 's2', rank: 'Zz' },
    ]);
    expect(touchpointsOf(document).map((place) => place.touchpointId)).toEqual(['t3', 't2', 't1']);
  });
});
