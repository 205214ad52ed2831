import type { HeatmapCell } from '@afferent/contracts';
import type { MapTouchpoint } from './journey-map.query.js';
import { priorityOf } from './priority.js';

const cell = (touchpointId: string, value: number | null, status: HeatmapCell['status'] = 'ok'): HeatmapCell => ({
  touchpointId, n: 40, effectiveN: 40, value, weightedValue: value, ciLow: null, ciHigh: null, status, difference: null, p: null, pAdjusted: null, significant: null, marked: false, target: null, shrunk: null, change: null,
});
const touchpoint = (id: string, importance: number | null, contactsPerMonth: number | null): MapTouchpoint => ({ id, name: id, stageId: 's', targets: {}, importance, contactsPerMonth });

const cells = [cell('a', 40), cell('b', 80), cell('c', 50), cell('d', 90), cell('few', 10, 'low_n'), cell('none', null, 'no_data')];
const named = ['a', 'b', 'c', 'd', 'few', 'none'] as const;

it('puts touchpoints with enough answers into four fields around the means, the largest potential first', () => {
  const importance: Record<string, number> = { a: 9, b: 8, c: 2, d: 1, few: 10, none: 10 };
  expect(priorityOf(cells, named.map((id) => touchpoint(id, importance[id] ?? null, null)))).toEqual({
    by: 'importance', meanWeight: 5, meanValue: 65, omitted: 2,
    points: [
      { touchpointId: 'a', weight: 9, quadrant: 'concentrate' }, { touchpointId: 'b', weight: 8, quadrant: 'keep_up' },
      { touchpointId: 'c', weight: 2, quadrant: 'low_priority' }, { touchpointId: 'd', weight: 1, quadrant: 'possible_overkill' },
    ],
  });
});

it('weighs by contacts where more touchpoints have those, by importance where as many have either', () => {
  const weighed = (importance: readonly (number | null)[]) => priorityOf(cells, named.map((id, index) => touchpoint(id, importance[index] ?? null, 100 * (index + 1))));
  expect(weighed([9, 8, 2, null])).toMatchObject({ by: 'contacts', meanWeight: 250 });
  expect(weighed([9, 8, 2, 1])).toMatchObject({ by: 'importance', meanWeight: 5 });
});

it('says nothing about too few points, nor where all weigh the same', () => {
  expect(priorityOf(cells, named.map((id, index) => touchpoint(id, index < 3 ? index : null, null)))).toBeNull();
  expect(priorityOf(cells, named.map((id) => touchpoint(id, 5, null)))).toBeNull();
  expect(priorityOf([], [])).toBeNull();
});
