import { belowTarget } from './targets';
import type { Strip, StripCell } from './strip';

const cell = (value: number | null, target: number | null): StripCell => ({
  touchpointId: 'x', name: 'x', n: 40, effectiveN: 40, value, weightedValue: value, ciLow: value == null ? null : value - 5, ciHigh: value == null ? null : value + 5,
  status: 'ok', difference: null, p: null, pAdjusted: null, significant: null, marked: false, target, shrunk: null, change: null,
});
const strip = (...cells: StripCell[]): Strip => ({ metric: 'csi', stages: [{ stageId: 's', name: 'S', cells }] });

it('counts a touchpoint as below its target only when the whole interval is', () => {
  expect(belowTarget(strip(cell(60, 80), cell(78, 80), cell(90, 80), cell(10, null), cell(null, 80)))).toEqual({ below: 1, measured: 3 });
});

it('says nothing where nobody set a target', () => {
  expect(belowTarget(strip(cell(60, null)))).toBeNull();
});
