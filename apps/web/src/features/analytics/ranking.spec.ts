import { rankingOf } from './ranking';
import type { Strip, StripCell } from './strip';

const cell = (name: string, value: number | null, shrunk: number | null, status: StripCell['status'] = 'ok'): StripCell => ({
  touchpointId: name, name, n: 100, effectiveN: 100, value, weightedValue: value, ciLow: null, ciHigh: null, status, difference: 0, p: null, pAdjusted: null, significant: null, marked: false, target: null, shrunk, change: null,
});
const strip = (...cells: StripCell[]): Strip => ({ metric: 'csi', stages: [{ stageId: 's', name: 'S', cells: cells.slice(0, 2) }, { stageId: 't', name: 'T', cells: cells.slice(2) }] });
const namesOf = (...cells: StripCell[]) => rankingOf(strip(...cells)).map(({ name }) => name);

it('goes from the weakest up over all stages, by shrunken values', () => {
  expect(namesOf(cell('few and wild', 40, 64), cell('good', 90, 88), cell('weak', 50, 52))).toEqual(['weak', 'few and wild', 'good']);
});

it('takes the values where nothing could be shrunk', () => {
  expect(namesOf(cell('b', 60, null), cell('a', 40, null))).toEqual(['a', 'b']);
});

it('leaves out what has too few answers to be ranked', () => {
  expect(namesOf(cell('few', 1, null, 'low_n'), cell('hidden', null, null, 'suppressed_privacy'), cell('none', null, null, 'no_data'), cell('ok', 50, 50))).toEqual(['ok']);
});
