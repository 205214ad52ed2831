import fc from 'fast-check';
import { applyOperation, applyOperations } from './apply.js';
import { JOURNEY_LIMITS, LANE_KINDS, emptyDocument, type JourneyDocument } from './document.js';
import type { Operation } from './operation.js';
import { byRank, isRank } from './rank.js';

const start = emptyDocument({ name: 'Opening a card', state: 'current', persona: null, owner: null });

// Few ids and few ranks, so that sequences collide, repeat and refer to what is gone.
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const rank = fc.option(fc.constantFrom('a0', 'a1', 'a0V', 'Zz', 'a0', 'zz', '', 'A'.repeat(30)), { nil: undefined });
const name = fc.constantFrom('One', 'Two', ' ', 'x'.repeat(JOURNEY_LIMITS.name + 1));
const title = fc.constantFrom(null, 'Waits', 'x'.repeat(JOURNEY_LIMITS.title + 1));
const emotion = fc.constantFrom(null, -2, 0.5, 3, Number.NaN);
const cell = { cardId: id, stageId: id, laneId: id, rank };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constant('addStage' as const), stageId: id, name, rank }),
  fc.record({ type: fc.constant('renameStage' as const), stageId: id, name }),
  fc.record({ type: fc.constant('moveStage' as const), stageId: id, rank }),
  fc.record({ type: fc.constant('removeStage' as const), stageId: id }),
  fc.record({ type: fc.constant('addLane' as const), laneId: id, kind: fc.constantFrom(...LANE_KINDS), name, rank }),
  fc.record({ type: fc.constant('renameLane' as const), laneId: id, name }),
  fc.record({ type: fc.constant('moveLane' as const), laneId: id, rank }),
  fc.record({ type: fc.constant('removeLane' as const), laneId: id }),
  { weight: 6, arbitrary: fc.record({ type: fc.constant('addCard' as const), ...cell, title, emotion, touchpointId: fc.constantFrom(null, 't1', 't2') }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('moveCard' as const), ...cell }) },
  fc.record({ type: fc.constant('removeCard' as const), cardId: id }),
  fc.record({ type: fc.constant('linkTouchpoint' as const), cardId: id, touchpointId: fc.constantFrom('t1', 't2') }),
  fc.record({ type: fc.constant('unlinkTouchpoint' as const), cardId: id }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('journey' as const), property: fc.constant('name' as const), value: name }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('journey' as const), property: fc.constantFrom('persona' as const, 'owner' as const), value: fc.constantFrom(null, 'Anna', '') }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('journey' as const), property: fc.constant('state' as const), value: fc.constantFrom('current' as const, 'future' as const) }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('lane' as const), id, property: fc.constant('collapsed' as const), value: fc.boolean() }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('card' as const), id, property: fc.constantFrom('title' as const, 'text' as const), value: title }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('card' as const), id, property: fc.constant('emotion' as const), value: emotion }),
);
const operations = fc.array(operation, { maxLength: 60, size: 'max' });

const expectDistinct = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);

const expectInvariants = (document: JourneyDocument) => {
  for (const list of [document.stages, document.lanes, document.cards]) {
    expectDistinct(list.map((item) => item.id));
    expect(list).toEqual(list.toSorted(byRank));
    for (const item of list) expect(isRank(item.rank)).toBe(true);
  }
  expectDistinct(document.stages.map((stage) => stage.rank));
  expectDistinct(document.lanes.map((lane) => lane.rank));
  expectDistinct(document.cards.map((card) => `${card.stageId} ${card.laneId} ${card.rank}`));
  const stages = new Set(document.stages.map((stage) => stage.id));
  const lanes = new Set(document.lanes.map((lane) => lane.id));
  for (const card of document.cards) {
    expect(stages.has(card.stageId) && lanes.has(card.laneId)).toBe(true);
    expect(card.emotion === null || Math.abs(card.emotion) <= 2).toBe(true);
  }
  for (const named of [document, ...document.stages, ...document.lanes]) expect(named.name.trim()).not.toBe('');
};

const frozen = (document: JourneyDocument): JourneyDocument => {
  for (const list of [document.stages, document.lanes, document.cards]) Object.freeze(list).forEach(Object.freeze);
  return Object.freeze(document);
};

describe('applyOperation', () => {
  it('never throws, never changes what it was given, and keeps every invariant', () => {
    fc.assert(fc.property(operations, (sequence) => {
      let document = frozen(start);
      for (const step of sequence) {
        const result = applyOperation(document, step);
        if (result.ok) document = frozen(result.document);
        expectInvariants(document);
      }
    }), { numRuns: 300 });
  });

  it('is undone by its inverse, whatever came before', () => {
    fc.assert(fc.property(operations, operation, (before, step) => {
      const { document } = applyOperations(start, before);
      const result = applyOperation(document, step);
      fc.pre(result.ok);
      const undone = applyOperations(result.document, result.inverse);
      expect(undone.refused).toEqual([]);
      expect(undone.document).toEqual(document);
    }), { numRuns: 1000 });
  });

  it('is redone by the inverse of its inverse', () => {
    fc.assert(fc.property(operations, operation, (before, step) => {
      const { document } = applyOperations(start, before);
      const result = applyOperation(document, step);
      fc.pre(result.ok);
      const undone = applyOperations(result.document, result.inverse);
      expect(applyOperations(undone.document, undone.inverse).document).toEqual(result.document);
    }), { numRuns: 500 });
  });
});

describe('applyOperations', () => {
  it('reads a log back to the state it describes', () => {
    fc.assert(fc.property(operations, (sequence) => {
      const { document, refused } = applyOperations(start, sequence);
      const skipped = new Set(refused.map((refusal) => refusal.index));
      const log = sequence.filter((_, index) => !skipped.has(index));
      const replayed = applyOperations(start, structuredClone(log));
      expect(replayed.refused).toEqual([]);
      expect(replayed.document).toEqual(document);
    }), { numRuns: 300 });
  });

  it('is undone whole by its inverse', () => {
    fc.assert(fc.property(operations, operations, (before, sequence) => {
      const { document } = applyOperations(start, before);
      const result = applyOperations(document, sequence);
      expect(applyOperations(result.document, result.inverse).document).toEqual(document);
    }), { numRuns: 300 });
  });
});
