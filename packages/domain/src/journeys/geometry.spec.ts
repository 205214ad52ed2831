import { applyOperations } from './apply.js';
import { emptyDocument, type JourneyDocument } from './document.js';
import { gridGeometry, type GridSizes } from './geometry.js';

const sizes: GridSizes = {
  headWidth: 100, headHeight: 50, padding: 8, gap: 4, collapsedHeight: 20,
  stageWidth: (stage) => (stage.id === 's1' ? 200 : 120),
  laneMinHeight: () => 60,
  cardHeight: () => 30,
};

const map = (): JourneyDocument => applyOperations(emptyDocument({ name: 'J', state: 'current', persona: null, owner: null }), [
  { type: 'addStage', stageId: 's1', name: 'One' },
  { type: 'addStage', stageId: 's2', name: 'Two' },
  { type: 'addLane', laneId: 'l1', kind: 'touchpoints', name: 'Touchpoints' },
  { type: 'addLane', laneId: 'l2', kind: 'pains', name: 'Pains' },
  { type: 'addCard', cardId: 'c1', stageId: 's2', laneId: 'l1' },
  { type: 'addCard', cardId: 'c2', stageId: 's2', laneId: 'l1' },
]).document;

describe('gridGeometry', () => {
  it('stacks cards in their cell and makes a row as high as its fullest cell', () => {
    const geometry = gridGeometry(map(), sizes);
    expect(geometry.columns).toEqual([{ stageId: 's1', x: 100, width: 200 }, { stageId: 's2', x: 300, width: 120 }]);
    expect(geometry.rows).toEqual([{ laneId: 'l1', y: 50, height: 80 }, { laneId: 'l2', y: 130, height: 60 }]);
    expect(geometry.cards).toEqual([
      { cardId: 'c1', x: 308, y: 58, width: 104, height: 30 },
      { cardId: 'c2', x: 308, y: 92, width: 104, height: 30 },
    ]);
    expect([geometry.width, geometry.height]).toEqual([420, 190]);
  });

  it('hides the cards of a collapsed lane', () => {
    const { document } = applyOperations(map(), [{ type: 'setProperty', target: 'lane', id: 'l1', property: 'collapsed', value: true }]);
    const geometry = gridGeometry(document, sizes);
    expect(geometry.cards).toEqual([]);
    expect(geometry.rows[0]).toEqual({ laneId: 'l1', y: 50, height: 20 });
  });
});
