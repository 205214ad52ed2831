import type { HeatmapCell, PulsePriority } from '@afferent/contracts';
import { importancePerformance } from '@afferent/domain';
import type { MapTouchpoint } from './journey-map.query.js';

/** With fewer points the means say nothing but which half each of them is in. */
const FEWEST = 4;

type Weighing = PulsePriority['by'];

const weightBy = (by: Weighing, { importance, contactsPerMonth }: MapTouchpoint): number | null => (by === 'importance' ? importance : contactsPerMonth);

/** The importance × performance matrix of a heat map (B1). Only cells with enough answers to be ranked take part. */
export function priorityOf(cells: readonly HeatmapCell[], touchpoints: readonly MapTouchpoint[]): PulsePriority | null {
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const placedBy = (by: Weighing) => cells.flatMap(({ touchpointId, status, value }) => {
    const touchpoint = byId.get(touchpointId);
    const weight = touchpoint == null ? null : weightBy(by, touchpoint);
    return status === 'ok' && value != null && weight != null ? [{ touchpointId, importance: weight, performance: value }] : [];
  });
  const [stated, contacts] = [placedBy('importance'), placedBy('contacts')];
  const [by, placed] = stated.length >= contacts.length ? (['importance', stated] as const) : (['contacts', contacts] as const);
  const matrix = importancePerformance(placed);
  if (matrix == null || placed.length < FEWEST || new Set(placed.map(({ importance }) => importance)).size === 1) return null;
  const points = placed.flatMap(({ touchpointId, importance }, index) => {
    const item = matrix.items[index];
    return item == null ? [] : [{ touchpointId, weight: importance, ...item }];
  });
  return {
    by,
    meanWeight: matrix.meanImportance,
    meanValue: matrix.meanPerformance,
    points: points.toSorted((a, b) => b.potential - a.potential).map(({ touchpointId, weight, quadrant }) => ({ touchpointId, weight, quadrant })),
    omitted: cells.length - points.length,
  };
}
