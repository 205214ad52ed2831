import type { JourneyFacets } from '@afferent/contracts';
import { presetPeriod, type Period } from '../../../lib/period';

/** All months with answers, at most the last 24: enough to see a year against the year before. */
export const trendPeriod = (facets: JourneyFacets | null): Period | null => {
  if (facets?.firstDay == null || facets.lastDay == null) return null;
  const answers = { firstDay: facets.firstDay, lastDay: facets.lastDay };
  const all = presetPeriod('all', answers);
  const year = presetPeriod('year', answers);
  const twoYears = `${Number(year.from.slice(0, 4)) - 1}${year.from.slice(4)}`;
  return { from: all.from < twoYears ? twoYears : all.from, to: all.to };
};
