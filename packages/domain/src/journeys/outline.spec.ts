import { applyOperations } from './apply.js';
import { emptyDocument } from './document.js';
import { documentFromOutline } from './outline.js';

describe('documentFromOutline', () => {
  it('makes what the operations would make one by one', () => {
    const properties = { name: 'J', state: 'current' as const, persona: 'P', owner: null };
    const outlined = documentFromOutline({
      ...properties,
      lane: { id: 'l', kind: 'touchpoints', name: 'Touchpoints' },
      stages: [
        { id: 's1', name: 'One', cards: [{ id: 'c1', touchpointId: 't1' }, { id: 'c2', touchpointId: 't2' }] },
        { id: 's2', name: 'Two', cards: [{ id: 'c3', touchpointId: 't1' }] },
      ],
    });
    const built = applyOperations(emptyDocument(properties), [
      { type: 'addLane', laneId: 'l', kind: 'touchpoints', name: 'Touchpoints' },
      { type: 'addStage', stageId: 's1', name: 'One' },
      { type: 'addStage', stageId: 's2', name: 'Two' },
      { type: 'addCard', cardId: 'c1', stageId: 's1', laneId: 'l', touchpointId: 't1' },
      { type: 'addCard', cardId: 'c2', stageId: 's1', laneId: 'l', touchpointId: 't2' },
      { type: 'addCard', cardId: 'c3', stageId: 's2', laneId: 'l', touchpointId: 't1' },
    ]);
    expect(outlined).toEqual(built.document);
  });
});
