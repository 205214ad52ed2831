import type { Heatmap, JourneyTouchpoint } from '@afferent/contracts';
import { isStaffMetric } from './staff-metric';

/**
 * The map coloured by the staff's scores as they stand now. The report hides figures of fewer than five people for their privacy;
 * colleagues' scores are signed and stand on every card already, so here they are shown from the first author on. They stay untested.
 */
export const withStaffScores = (heatmap: Heatmap, touchpoints: readonly JourneyTouchpoint[]): Heatmap => {
  const { metric } = heatmap;
  if (!isStaffMetric(metric)) return heatmap;
  const scores = new Map(touchpoints.map(({ id, threeP }) => [id, threeP]));
  return {
    ...heatmap,
    cells: heatmap.cells.map((cell) => {
      const score = scores.get(cell.touchpointId);
      const value = metric === 'people' || metric === 'process' || metric === 'product' ? score?.[metric].value : score?.composite;
      return cell.value !== null || value == null ? cell : { ...cell, value, status: 'ok' as const };
    }),
  };
};
