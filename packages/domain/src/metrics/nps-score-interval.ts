import type { NpsCounts } from './nps.js';
import { zCritical, type Interval } from './probability.js';

/** Standardised distance of the observed difference from `delta` (a fraction), with the variance fitted under `delta` (Tango 1998). */
const scoreZ = ({ promoters, passives, detractors }: NpsCounts, delta: number): number => {
  const n = promoters + passives + detractors;
  const b = -detractors - promoters + (2 * n - promoters + detractors) * delta;
  const c = -detractors * delta * (1 - delta);
  const q = (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
  const distance = promoters - detractors - n * delta;
  const variance = n * (2 * q + delta * (1 - delta));
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
};

/** z falls as delta grows, so halving the bracket finds where it passes `target`. */
const bisect = (counts: NpsCounts, target: number): number => {
  let low = -1;
  let high = 1;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (scoreZ(counts, middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Score interval of the NPS in points (A2, optional method). Null for n = 0. */
export const scoreInterval = (counts: NpsCounts, confidence = 0.95): Interval | null => {
  const n = counts.promoters + counts.passives + counts.detractors;
  if (n <= 0) return null;
  const z = zCritical(confidence);
  return [counts.detractors === n ? -100 : 100 * bisect(counts, z), counts.promoters === n ? 100 : 100 * bisect(counts, -z)];
};
