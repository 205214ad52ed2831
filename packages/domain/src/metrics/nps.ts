import type { Distribution } from './distribution.js';
import { sum } from './sample.js';

/** Promoters (9–10), passives (7–8) and detractors (0–6): whole numbers, or weight sums where weighted. */
export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** NPS in points −100..100 and the three shares in percent; all null without answers. */
export interface NpsScore {
  readonly n: number;
  readonly nps: number | null;
  readonly sharePromoters: number | null;
  readonly sharePassives: number | null;
  readonly shareDetractors: number | null;
}

/** Only this scale makes an NPS; others are other metrics (A1). */
export const NPS_SCALE = [0, 10] as const;

/** Code of one rating: +1 promoter, 0 passive, −1 detractor. */
export const npsCode = (rating: number): 1 | 0 | -1 => (rating >= 9 ? 1 : rating >= 7 ? 0 : -1);

/** Classes of a 0..10 histogram. Throws RangeError for another scale. */
export const npsCountsOf = (distribution: Distribution): NpsCounts => {
  if (distribution.scale[0] !== NPS_SCALE[0] || distribution.scale[1] !== NPS_SCALE[1]) throw new RangeError('NPS is defined on 0..10 only');
  return {
    promoters: sum(distribution.counts.slice(9)),
    passives: sum(distribution.counts.slice(7, 9)),
    detractors: sum(distribution.counts.slice(0, 7)),
  };
};

/** Net Promoter Score, 100·(P − D)/n (A1; Reichheld 2003). */
export const npsOf = ({ promoters, passives, detractors }: NpsCounts): NpsScore => {
  const n = promoters + passives + detractors;
  if (n === 0) return { n, nps: null, sharePromoters: null, sharePassives: null, shareDetractors: null };
  return {
    n,
    nps: (100 * (promoters - detractors)) / n,
    sharePromoters: (100 * promoters) / n,
    sharePassives: (100 * passives) / n,
    shareDetractors: (100 * detractors) / n,
  };
};
