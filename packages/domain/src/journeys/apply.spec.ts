import fc from 'fast-check';
import { applyOperation, applyOperations } from './apply.js';
import { JOURNEY_LIMITS, LANE_KINDS, emptyDocument, type JourneyDocument } from './document.js';
import type { Operation } from './operation.js';
import { byRank, isRank } from './rank.js';

// The same examples in every run.
fc.configureGlobal({ seed: 20_261_121 });

const start = emptyDocument({ name: 'Opening a card', state: 'current', persona: null, owner: null });

const likely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: odd });

// Few ids and few ranks, so that sequences collide, repeat and refer to what is gone.
const id = fc.constantFrom('a', 'b', 'c');
const cardId = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const rank = likely(fc.constantFrom(undefined, 'a0', 'a1', 'a0V', 'Zz'), fc.constantFrom('zz', '', 'A'.repeat(30)));
const name = likely(fc.constantFrom('One', 'Two'), fc.constantFrom(' ', 'x'.repeat(JOURNEY_LIMITS.name + 1)));
const title = likely(fc.constantFrom(null, 'Waits'), fc.constant('x'.repeat(JOURNEY_LIMITS.title + 1)));
const emotion = likely(fc.constantFrom(null, -2, 0.5), fc.constantFrom(3, Number.NaN));
const cell = { cardId, stageId: id, laneId: id, rank };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('addStage' as const), stageId: id, name, rank }) },
  fc.record({ type: fc.constant('renameStage' as const), stageId: id, name }),
  fc.record({ type: fc.constant('moveStage' as const), stageId: id, rank }),
  fc.record({ type: fc.constant('removeStage' as const), stageId: id }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant('addLane' as const), laneId: id, kind: fc.constantFrom(...LANE_KINDS), name, rank }) },
  fc.record({ type: fc.constant('renameLane' as const), laneId: id, name }),
  fc.record({ type: fc.constant('moveLane' as const), laneId: id, rank }),
  fc.record({ type: fc.constant('removeLane' as const), laneId: id }),
  { weight: 6, arbitrary: fc.record({ type: fc.constant('addCard' as const), ...cell, title, emotion, touchpointId: fc.constantFrom(null, 't1', 't2') }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('moveCard' as const), ...cell }) },
  fc.record({ type: fc.constant('removeCard' as const), cardId }),
  fc.record({ type: fc.constant('linkTouchpoint' as const), cardId, touchpointId: fc.constantFrom('t1', 't2') }),
  fc.record({ type: fc.constant('unlinkTouchpoint' as const), cardId }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('journey' as const), property: fc.constant('name' as const), value: name }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('journey' as const), property: fc.constantFrom('persona' as const, 'owner' as const), value: fc.constantFrom(null, 'Anna', '') }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('journey' as const), property: fc.constant('state' as const), value: fc.constantFrom('current' as const, 'future' as const) }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('lane' as const), id, property: fc.constant('collapsed' as const), value: fc.boolean() }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('card' as const), id: cardId, property: fc.constantFrom('title' as const, 'text' as const), value: title }),
  fc.record({ type: fc.constant('setProperty' as const), target: fc.constant('card' as const), id: cardId, property: fc.constant('emotion' as const), value: emotion }),
);
const operations = fc.array(operation, { maxLength: 60, size: 'max' });

const areDistinct = (values: readonly string[]) => new Set(values).size === values.length;

/** The invariants that do not hold; collected, because an expectation for each of them after each step would take most of the time of all unit tests. */
function broken(document: JourneyDocument): string[] {
  const { stages, lanes, cards } = document;
  const stageIds = new Set(stages.map(({ id }) => id));
  const laneIds = new Set(lanes.map(({ id }) => id));
  const invariants = {
    'ids are distinct': [stages, lanes, cards].every((list) => areDistinct(list.map(({ id }) => id))),
    'lists are in order of rank': [stages, lanes, cards].every((list) => list.toSorted(byRank).every((item, index) => item === list[index])),
    'ranks are ranks': [...stages, ...lanes, ...cards].every(({ rank }) => isRank(rank)),
    'ranks of stages and of lanes are distinct': [stages, lanes].every((list) => areDistinct(list.map(({ rank }) => rank))),
    'ranks of a cell are distinct': areDistinct(cards.map((card) => `${card.stageId} ${card.laneId} ${card.rank}`)),
    'cards stand in a cell': cards.every((card) => stageIds.has(card.stageId) && laneIds.has(card.laneId)),
    'emotions are from -2 to 2': cards.every(({ emotion }) => emotion === null || Math.abs(emotion) <= 2),
    'names are not empty': [document, ...stages, ...lanes].every((named) => named.name.trim() !== ''),
  };
  return Object.entries(invariants).flatMap(([invariant, holds]) => (holds ? [] : [invariant]));
}

const frozen = (document: JourneyDocument): JourneyDocument => {
  for (const list of [document.stages, document.lanes, document.cards]) Object.freeze(list).forEach(Object.freeze);
  return Object.freeze(document);
};

describe('applyOperation', () => {
  it('never throws, never changes what it was given, and keeps every invariant', () => {
    const accepted = new Set<Operation['type']>();
    fc.assert(fc.property(operations, (sequence) => {
      let document = frozen(start);
      for (const step of sequence) {
        const result = applyOperation(document, step);
        if (result.ok) {
          document = frozen(result.document);
          accepted.add(step.type);
        }
        expect(broken(document)).toEqual([]);
      }
    }), { numRuns: 300 });
    // Sequences whose operations are refused prove nothing: each of the 14 types must have been accepted.
    expect(accepted.size).toBe(14);
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
