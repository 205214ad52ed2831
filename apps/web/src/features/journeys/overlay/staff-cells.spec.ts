import type { Heatmap, HeatmapMetric, JourneyTouchpoint } from '@afferent/contracts';
import { withStaffScores } from './staff-cells';

const p = (value: number | null) => ({ score: value === null ? null : value / 25 + 1, value, n: value === null ? 0 : 1 });
const point = (id: string, process: number | null): JourneyTouchpoint => ({
  id, name: id, channel: null, leadingP: null, importance: null, contactsPerMonth: null, targets: {}, momentOfTruth: false, owner: null, journeyIds: [], version: 1, createdAt: '', updatedAt: '', stageId: 's', cardId: 'c',
  threeP: { people: p(null), process: p(process), product: p(75), composite: process === null ? null : (process + 75) / 2, weakest: null, spread: null, flag: false },
});
const map = (metric: HeatmapMetric): Heatmap => ({
  metric, unit: '0..100', method: '', methodVersion: '1', from: null, to: null, family: { tested: 0, q: 0.1 }, overall: null,
  cells: ['a', 'b'].map((touchpointId) => ({ touchpointId, n: 1, effectiveN: null, value: null, weightedValue: null, ciLow: null, ciHigh: null, status: 'suppressed_privacy', difference: null, p: null, pAdjusted: null, significant: null, marked: false, target: null, shrunk: null, change: null })),
});

it('shows signed scores from the first author on, and nothing where there is none', () => {
  const points = [point('a', 25), point('b', null)];
  expect(withStaffScores(map('process'), points).cells.map(({ value, status }) => [value, status])).toEqual([[25, 'ok'], [null, 'suppressed_privacy']]);
  expect(withStaffScores(map('threeP'), points).cells[0]?.value).toBe(50);
});

it('never opens what customers said', () => {
  expect(withStaffScores(map('csi'), [point('a', 25)])).toEqual(map('csi'));
});
