import type { HeatmapMetric, Pulse } from '@afferent/contracts';

/** The map with the figures a tile is made of: same metric and period, and the touchpoint open where one is named. */
export const mapLink = (base: string, pulse: Pulse, metric: HeatmapMetric, touchpointId?: string) => {
  const params = new URLSearchParams({ metric });
  if (pulse.from != null && pulse.to != null) {
    params.set('from', pulse.from);
    params.set('to', pulse.to);
  }
  if (touchpointId != null) params.set('touchpoint', touchpointId);
  return `${base}/journeys/${pulse.journey?.id ?? ''}?${params}`;
};
