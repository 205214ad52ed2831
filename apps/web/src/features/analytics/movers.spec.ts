import { isCompared, moversOf } from './movers';
import type { Strip, StripCell } from './strip';

const cell = (name: string, diff: number | null, pAdjusted: number | null): StripCell => ({
  touchpointId: name, name, n: 100, effectiveN: 100, value: 50, weightedValue: 50, ciLow: 45, ciHigh: 55, status: 'ok', difference: 0, p: null, pAdjusted: null, significant: null, marked: false, target: null, shrunk: null,
  change: diff == null ? null : { diff, ciLow: diff - 1, ciHigh: diff + 1, p: pAdjusted, pAdjusted },
});
const strip = (...cells: StripCell[]): Strip => ({ metric: 'csi', stages: [{ stageId: 's', name: 'S', cells }] });

it('names only proven changes, falls apart from gains, the largest first', () => {
  const { fell, improved } = moversOf(strip(cell('small', -3, 0.01), cell('unproven', -20, 0.2), cell('deep', -8, 0.05), cell('gain', 9, 0.09), cell('untested', 30, null), cell('new', null, null)));
  expect([fell.map(({ name }) => name), improved.map(({ name }) => name)]).toEqual([['deep', 'small'], ['gain']]);
});

it('shows three a side', () => {
  expect(moversOf(strip(...[1, 2, 3, 4].map((by) => cell(`fell${by}`, -by, 0.01)))).fell.map(({ name }) => name)).toEqual(['fell4', 'fell3', 'fell2']);
});

it('knows a map that has no period before', () => {
  expect([isCompared(strip(cell('new', null, null))), isCompared(strip(cell('old', 0, null)))]).toEqual([false, true]);
});
