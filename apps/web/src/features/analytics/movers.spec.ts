import type { Pulse } from '@afferent/contracts';
import { isCompared, moversOf } from './movers';

type Strip = NonNullable<Pulse['strip']>;
type Cell = Strip['stages'][number]['cells'][number];

const cell = (name: string, diff: number | null, pAdjusted: number | null): Cell => ({
  touchpointId: name, name, n: 100, effectiveN: 100, value: 50, weightedValue: 50, ciLow: 45, ciHigh: 55, status: 'ok', difference: 0, p: null, pAdjusted: null, significant: null, marked: false, target: null, shrunk: null,
  change: diff == null ? null : { diff, ciLow: diff - 1, ciHigh: diff + 1, p: pAdjusted, pAdjusted },
});
const strip = (...cells: Cell[]): Strip => ({ metric: 'csi', stages: [{ stageId: 's', name: 'S', cells }] });

it('names only proven changes, the largest first, whichever way', () => {
  expect(moversOf(strip(cell('small', -3, 0.01), cell('unproven', -20, 0.2), cell('large', 9, 0.09), cell('untested', 30, null), cell('new', null, null))).map(({ name }) => name)).toEqual(['large', 'small']);
});

it('knows a map that has no period before', () => {
  expect([isCompared(strip(cell('new', null, null))), isCompared(strip(cell('old', 0, null)))]).toEqual([false, true]);
});
