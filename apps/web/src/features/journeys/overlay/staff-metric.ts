import type { HeatmapMetric } from '@afferent/contracts';

/** Whether a measure comes from the staff's scores: its n counts authors, and segments or channels of answers say nothing about it. */
export const isStaffMetric = (metric: HeatmapMetric): boolean => metric === 'threeP' || metric === 'people' || metric === 'process' || metric === 'product';
