import type { Card } from '@afferent/domain';
import { emotionCurve, emotionY, gapBetween } from './emotion-curves';
import { guessPoints, type EmotionPoint } from './emotion-points';

const stages = [{ id: 's1', name: 'Arrive', rank: 'a' }, { id: 's2', name: 'Stay', rank: 'b' }];
const card = (id: string, emotion: number | null, rest: Partial<Card> = {}): Card => ({ id, stageId: 's1', laneId: 'l', rank: id, title: null, text: null, touchpointId: null, emotion, ...rest });
const asked = (touchpointId: string, share: number): EmotionPoint => ({ touchpointId, name: touchpointId, stageId: 's1', share, value: 0, ciLow: null, ciHigh: null, n: 40 });
const names = new Map([['t1', { name: 'Desk' }]]);
const of = (cards: readonly Card[], measured: readonly EmotionPoint[] = []) => guessPoints(stages, (stageId) => cards.filter((each) => each.stageId === stageId), measured, names);

describe('the workshop’s guesses on the emotion lane', () => {
  it('all stand there, spread over their stage and told apart by name', () => {
    const points = of([card('a', -1, { touchpointId: 't1' }), card('b', 2, { title: 'Queue' }), card('c', 0.5)]);
    expect(points.map(({ cardId, value, share, name }) => [cardId, value, share, name])).toEqual([
      ['a', -1, 1 / 6, 'Desk'], ['b', 2, 0.5, 'Queue'], ['c', 0.5, 5 / 6, null], [null, null, 0.5, null],
    ]);
  });

  it('one guess of a stage needs no name and stands in the middle; a card with text alone is no guess', () => {
    expect(of([card('text', null, { title: 'Only words' }), card('b', 1)])[0]).toMatchObject({ cardId: 'b', value: 1, share: 0.5, name: null });
    expect(of([card('text', null, { title: 'Only words' })])[0]).toMatchObject({ cardId: 'text', value: null });
  });

  it('stand under what was measured at their touchpoints when all of a stage have it', () => {
    const cards = [card('a', -1, { touchpointId: 't1' }), card('b', 1, { touchpointId: 't2' })];
    expect(of(cards, [asked('t2', 0.25), asked('t1', 0.75)]).slice(0, 2).map(({ cardId, share }) => [cardId, share])).toEqual([['b', 0.25], ['a', 0.75]]);
    expect(of(cards, [asked('t1', 0.75)]).slice(0, 2).map(({ share }) => share)).toEqual([0.25, 0.75]);
  });
});

describe('the gap between two curves', () => {
  const one = [{ x: 0, value: 1 }, { x: 10, value: 1 }, { x: 30, value: -1 }];
  const other = [{ x: 5, value: 0 }, { x: 20, value: 0 }];

  it('reaches as far as both and follows both', () => {
    const gap = gapBetween(one, other);
    expect([gap?.from, gap?.to]).toEqual([5, 20]);
    expect(gap?.path.startsWith(emotionCurve(one))).toBe(true);
    expect(gap?.path).toContain(`L20,${emotionY(0)}`);
    expect(gap?.path.endsWith('Z')).toBe(true);
  });

  it('is none where a curve has one point, or the two never meet', () => {
    expect(gapBetween(one, other.slice(0, 1))).toBeNull();
    expect(gapBetween(one, [{ x: 40, value: 0 }, { x: 50, value: 0 }])).toBeNull();
  });
});
