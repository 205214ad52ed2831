import type { TrendPoint } from '@afferent/contracts';

/** What the trend says about its last month against its first; `measure`: too little was answered to say anything. */
export type TrendFinding =
  | { kind: 'measure' }
  | { kind: 'rose' | 'fell' | 'flat'; first: TrendPoint; last: TrendPoint; difference: number; low: number; high: number };

type Bounded = TrendPoint & { value: number; ciLow: number; ciHigh: number };

/** Fewer than 30 answers are shown hatched and take no part in tests (methodology A3). */
const isTested = (point: TrendPoint): point is Bounded => point.status === 'ok' && point.value != null && point.ciLow != null && point.ciHigh != null;

/**
 * The first month that can be tested (of thirteen: the same month a year before) against the last, as independent samples (A4):
 * the interval of the difference comes from the half-widths of both, around the middles of their intervals. A change is told
 * only where that interval leaves 0 out.
 */
export const trendFinding = (points: readonly TrendPoint[]): TrendFinding => {
  const [first, last] = [points.find(isTested), points.findLast(isTested)];
  if (first == null || last == null || first === last) return { kind: 'measure' };
  const [centre, half] = [({ ciLow, ciHigh }: Bounded) => (ciLow + ciHigh) / 2, ({ ciLow, ciHigh }: Bounded) => (ciHigh - ciLow) / 2];
  const middle = centre(last) - centre(first);
  const reach = Math.hypot(half(first), half(last));
  const [low, high] = [middle - reach, middle + reach];
  return { kind: low > 0 ? 'rose' : high < 0 ? 'fell' : 'flat', first, last, difference: last.value - first.value, low, high };
};
