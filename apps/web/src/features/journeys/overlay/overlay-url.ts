import type { HeatmapMetric } from '@afferent/contracts';
import { heatmapMetricSchema } from '@afferent/contracts';
import type { Period } from '../../../lib/period';

export const COMPARISONS = ['none', 'previous', 'year', 'target'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export const TABS = ['overview', 'threeP', 'owners', 'details'] as const;
export type InspectorTab = (typeof TABS)[number];

/** Everything about the view that a link must restore; an absent field is the default. */
export interface Overlay {
  metric: HeatmapMetric | null;
  period: Period | null;
  comparison: Comparison;
  segment: string | null;
  channel: string | null;
  view: 'map' | 'table';
  touchpointId: string | null;
  tab: InspectorTab;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const oneOf = <T extends string>(values: readonly T[], value: string | null, otherwise: T): T =>
  values.find((candidate) => candidate === value) ?? otherwise;

/** Reads a link; a value that means nothing is treated as absent, so an old or mistyped link still opens. */
export function readOverlay(params: URLSearchParams): Overlay {
  const metric = heatmapMetricSchema.safeParse(params.get('metric'));
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  return {
    metric: metric.success ? metric.data : null,
    period: DATE.test(from) && DATE.test(to) && from <= to ? { from, to } : null,
    comparison: oneOf(COMPARISONS, params.get('compare'), 'none'),
    segment: params.get('segment') || null,
    channel: params.get('channel') || null,
    view: oneOf(['map', 'table'] as const, params.get('view'), 'map'),
    touchpointId: params.get('touchpoint') || null,
    tab: oneOf(TABS, params.get('tab'), 'overview'),
  };
}

/** Writes the overlay over the given parameters, leaving out defaults and keeping parameters of others. */
export function writeOverlay(overlay: Overlay, base: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(base);
  const values: Record<string, string | null> = {
    metric: overlay.metric,
    from: overlay.period?.from ?? null,
    to: overlay.period?.to ?? null,
    compare: overlay.comparison === 'none' ? null : overlay.comparison,
    segment: overlay.segment,
    channel: overlay.channel,
    view: overlay.view === 'map' ? null : overlay.view,
    touchpoint: overlay.touchpointId,
    tab: overlay.touchpointId == null || overlay.tab === 'overview' ? null : overlay.tab,
  };
  for (const [key, value] of Object.entries(values)) {
    if (value == null) params.delete(key);
    else params.set(key, value);
  }
  return params;
}
