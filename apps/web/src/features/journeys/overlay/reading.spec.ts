import type { Heatmap, HeatmapCell } from '@afferent/contracts';
import { colourCentre, readCell, withheld } from './reading';

const cell = (patch: Partial<HeatmapCell>): HeatmapCell => ({
  touchpointId: '00000000-0000-7000-8000-000000000001', n: 100, effectiveN: 100, value: 70, weightedValue: 70, ciLow: 65, ciHigh: 75, status: 'ok', difference: -3, p: 0.01, pAdjusted: 0.02,
  significant: 'below', marked: false, target: null, shrunk: null, change: null, ...patch,
});
const map = (...cells: HeatmapCell[]): Heatmap => ({ metric: 'csi', unit: '0..100', method: '', methodVersion: '1', from: null, to: null, family: { tested: 1, q: 0.1 }, overall: null, cells });

it('colours by the value, and by the distance to the target when compared with targets', () => {
  expect(readCell(cell({}), 'none', 0.1)).toMatchObject({ value: 70, position: 70, change: null });
  expect(readCell(cell({ target: 80 }), 'target', 0.1)).toMatchObject({ value: 70, position: -10, change: -10, isChangeSure: false });
  expect(readCell(cell({ target: null }), 'target', 0.1)).toMatchObject({ value: 70, position: null, change: null });
});

it('shows nothing of a hidden cell, not even a distance', () => {
  expect(readCell(cell({ status: 'suppressed_privacy', n: 3, value: null, target: 80 }), 'target', 0.1)).toMatchObject({ value: null, position: null, change: null });
  expect(readCell(cell({ status: 'low_n', n: 7, value: null }), 'none', 0.1)).toMatchObject({ value: null, isHatched: true });
});

it('calls a change sure only below the map\'s false discovery rate', () => {
  const change = (pAdjusted: number) => ({ diff: -5, ciLow: -8, ciHigh: -2, p: pAdjusted, pAdjusted });
  expect(readCell(cell({ change: change(0.04) }), 'previous', 0.1)).toMatchObject({ change: -5, isChangeSure: true });
  expect(readCell(cell({ change: change(0.4) }), 'previous', 0.1).isChangeSure).toBe(false);
});

it('centres the colours on the mean of the tested answers, on all shown ones where none is tested', () => {
  expect(colourCentre(map(cell({ n: 300, value: 60 }), cell({ n: 100, value: 80 }), cell({ n: 20, value: 0, status: 'low_n' })), 'none')).toBe(65);
  expect(colourCentre(map(cell({ n: 10, value: 40, status: 'low_n' }), cell({ n: 0, value: null, status: 'no_data' })), 'none')).toBe(40);
  expect(colourCentre(map(cell({})), 'target')).toBe(0);
});

it('counts what is withheld', () => {
  expect(withheld(map(cell({}), cell({ status: 'low_n' }), cell({ status: 'suppressed_privacy' }), cell({ status: 'no_data' }), cell({ status: 'no_data' })))).toEqual({ lowN: 1, hidden: 1, empty: 2 });
});
