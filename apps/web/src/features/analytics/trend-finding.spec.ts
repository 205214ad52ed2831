import type { TrendPoint } from '@afferent/contracts';
import { estimateOf, changeOf } from '@afferent/domain';
import { trendFinding } from './trend-finding';

const month = (from: string, value: number | null, half = 5, status: TrendPoint['status'] = 'ok'): TrendPoint => (
  { from, to: from, n: 100, value, ciLow: value == null ? null : value - half, ciHigh: value == null ? null : value + half, status }
);
const kindOf = (...points: TrendPoint[]) => trendFinding(points).kind;

it('tells a change only where the interval of the difference leaves 0 out', () => {
  // √(5² + 5²) = 7.07 on either side.
  expect([kindOf(month('a', 40), month('b', 33)), kindOf(month('a', 40), month('b', 32.9)), kindOf(month('a', 40), month('b', 47)), kindOf(month('a', 40), month('b', 47.1))]).toEqual(['flat', 'fell', 'flat', 'rose']);
});

it('compares the first month with the last, whatever lies between', () => {
  expect(trendFinding([month('a', 40), month('b', -20), month('c', 41)])).toMatchObject({ kind: 'flat', first: { from: 'a' }, last: { from: 'c' }, difference: 1 });
});

it('passes over months that are empty, hidden or have too few answers', () => {
  expect(trendFinding([month('a', null, 5, 'no_data'), month('b', 90, 1, 'low_n'), month('c', 40), month('d', 20), month('e', 99, 1, 'low_n')])).toMatchObject({ kind: 'fell', first: { from: 'c' }, last: { from: 'd' }, difference: -20 });
});

it('names the measure where fewer than two months can be compared', () => {
  expect([kindOf(), kindOf(month('a', 40)), kindOf(month('a', 40), month('b', 0, 5, 'low_n')), kindOf(month('a', 40), { ...month('b', 0), ciLow: null, ciHigh: null })]).toEqual(['measure', 'measure', 'measure', 'measure']);
});

it('has the interval that the change of an NPS has elsewhere', () => {
  const answers = (counts: number[]) => ({ scale: [0, 10] as const, counts, weights: counts, weightSquares: counts.reduce((sum, count) => sum + count, 0) });
  const [before, now] = [estimateOf('nps', answers([4, 0, 2, 0, 1, 8, 5, 20, 25, 40, 60])), estimateOf('nps', answers([9, 0, 2, 0, 1, 18, 15, 20, 25, 30, 40]))];
  if (before == null || now == null) throw new Error('there are answers');
  const change = changeOf('nps', now, before);
  const found = trendFinding([before, now].map(({ value, ciLow, ciHigh }, index) => ({ ...month(`m${index}`, value), ciLow, ciHigh })));
  if (found.kind === 'measure') throw new Error('two months can be compared');
  expect(found.kind).toBe('fell');
  expect(change).not.toBeNull();
  expect([found.difference, found.low, found.high]).toEqual([change?.diff, change?.ciLow, change?.ciHigh].map((bound) => expect.closeTo(bound ?? Number.NaN, 9)));
});
