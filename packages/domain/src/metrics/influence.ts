import { sum } from './sample.js';

/** Degrees 0 none, 1 weak, 2 medium, 3 decisive, by function id. */
export type Degrees = Readonly<Record<string, number>>;

/** Shares 0..1 of influence that sum to 1, by function id; null when all degrees are 0 (A18). */
export const influenceShares = (degrees: Degrees): Record<string, number> | null => {
  const total = sum(Object.values(degrees));
  return total > 0 ? Object.fromEntries(Object.entries(degrees).map(([id, degree]) => [id, degree / total])) : null;
};

/** Concentration of influence, Σ a²: 1 = one function, 1/F = spread evenly (A18). */
export const hhi = (shares: Readonly<Record<string, number>>): number => sum(Object.values(shares).map((share) => share ** 2));

/** Below this and without an owner it is "nobody's point" (A18). */
export const DIFFUSE_HHI = 0.4;

/** A touchpoint for the potential: weight (all sum to 1), value on 0..100, target if set, shares of influence. */
export interface InfluencedTouchpoint {
  readonly weight: number;
  readonly value: number;
  readonly target: number | null;
  readonly shares: Readonly<Record<string, number>>;
}

/** What a function can win: points of the journey's index, and percent 0..100 of all that can be won (null when nothing can). */
export interface Potential {
  readonly potential: number;
  readonly potentialShare: number | null;
}

/** Distance a touchpoint has to go: max(0, target or 100 − value), points of 0..100. */
export const distanceToGo = (value: number, target: number | null): number => Math.max(0, (target ?? 100) - value);

/** Improvement potential per function: Σ_t W_t·a_ft·max(0, R_t − S_t) (A18). Only functions that occur are returned. */
export const potentialsOf = (touchpoints: readonly InfluencedTouchpoint[]): Map<string, Potential> => {
  const points = new Map<string, number>();
  for (const { weight, value, target, shares } of touchpoints) {
    for (const [id, share] of Object.entries(shares)) {
      points.set(id, (points.get(id) ?? 0) + weight * share * distanceToGo(value, target));
    }
  }
  const total = sum([...points.values()]);
  return new Map([...points].map(([id, potential]) => [id, { potential, potentialShare: total > 0 ? (100 * potential) / total : null }]));
};
