import type { HeatmapMetric, Pulse } from '@afferent/contracts';

interface Opened {
  /** The touchpoint that is open beside the map. */
  touchpoint?: string;
  /** What the map compares with; without it, nothing. */
  compare?: 'previous' | 'target';
}

/** The map with the figures a tile is made of: same metric and period, and the touchpoint open where one is named. */
export const mapLink = (base: string, pulse: Pulse, metric: HeatmapMetric, opened: Opened = {}) => {
  const params = new URLSearchParams({ metric, ...opened });
  if (pulse.from != null && pulse.to != null) {
    params.set('from', pulse.from);
    params.set('to', pulse.to);
  }
  return `${base}/journeys/${pulse.journey?.id ?? ''}?${params}`;
};
