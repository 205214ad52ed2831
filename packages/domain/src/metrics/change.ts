import type { Estimate } from './estimate.js';
import { unitOf, type MapMetric } from './formula.js';
import { clip, zCritical, zTwoSidedP } from './probability.js';
import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from './settings.js';
import { isReliable, showsFigures } from './status.js';

/** Now minus before, in the metric's points. `p` only where both sides have 30 answers; `pAdjusted` is given by the whole map. */
export interface Change {
  readonly diff: number;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
}

/**
 * Change of a figure between two independent periods: NPS by A4 (raw difference, adjusted interval and p), the others by
 * diff ± z·√(s₁² + s₂²). Null when a side is empty or has too few answers to be shown.
 */
export const changeOf = (metric: MapMetric, now: Estimate | null, before: Estimate | null, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): Change | null => {
  if (now == null || before == null || !showsFigures(now.n, settings) || !showsFigures(before.n, settings)) return null;
  const diff = now.value - before.value;
  if (now.se == null || before.se == null) return { diff, ciLow: null, ciHigh: null, p: null, pAdjusted: null };
  const centre = now.centre - before.centre;
  const se = Math.hypot(now.se, before.se);
  const half = zCritical(settings.confidence) * se;
  const range = unitOf(metric) === '0..100' ? 100 : 200;
  const [ciLow, ciHigh] = metric === 'nps' ? clip([centre - half, centre + half], -range, range) : [centre - half, centre + half];
  const testable = se > 0 && isReliable(now.n, settings) && isReliable(before.n, settings);
  return { diff, ciLow, ciHigh, p: testable ? zTwoSidedP(centre / se) : null, pAdjusted: null };
};
