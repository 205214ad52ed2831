import type { Heatmap, HeatmapMetric, JourneyFacets, JourneyTouchpoint } from '@afferent/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { heatScale, type HeatScale } from '../../../lib/heat-scale';
import { previousPeriod, yearBefore, type Period } from '../../../lib/period';
import { facetsQuery, heatmapQuery, type Filter } from '../heatmap.queries';
import type { Overlay } from './overlay-url';
import { colourCentre, readCell, type Reading } from './reading';
import { withStaffScores } from './staff-cells';

/** All that colours the map, ready to draw. */
export interface Heat {
  facets: JourneyFacets | null;
  /** What the figures measure: while another measure is on its way, still the one before. */
  metric: HeatmapMetric;
  filter: Filter;
  /** The period the server answered for; null when there is nothing to date. */
  period: Period | null;
  comparePeriod: Period | null;
  heatmap: Heatmap | null;
  scale: HeatScale | null;
  readings: ReadonlyMap<string, Reading>;
  isPending: boolean;
  isFetching: boolean;
  error: Error | null;
  retry: () => void;
}

const PREFERRED: readonly HeatmapMetric[] = ['csi', 'nps', 'csat', 'ces', 'emotion', 'threeP'];
const defaultMetric = (facets: JourneyFacets | null): HeatmapMetric => PREFERRED.find((metric) => facets?.metrics.includes(metric)) ?? 'csi';

const comparedWith = (comparison: Overlay['comparison'], period: Period | null): Period | null => {
  if (period === null) return null;
  if (comparison === 'previous') return previousPeriod(period);
  return comparison === 'year' ? yearBefore(period) : null;
};

const NO_TOUCHPOINTS: readonly JourneyTouchpoint[] = [];

export const useHeat = (workspaceId: string, journeyId: string, overlay: Overlay, touchpoints = NO_TOUCHPOINTS): Heat => {
  const facets = useQuery(facetsQuery(workspaceId, journeyId));
  const metric = overlay.metric ?? defaultMetric(facets.data ?? null);
  const filter = useMemo<Filter>(() => ({ period: overlay.period, segment: overlay.segment, channel: overlay.channel }), [overlay.period, overlay.segment, overlay.channel]);
  const plain = useQuery({ ...heatmapQuery(workspaceId, journeyId, metric, filter), enabled: overlay.metric !== null || !facets.isPending });

  const { from, to } = plain.data ?? {};
  const period = useMemo(() => (from != null && to != null ? { from, to } : overlay.period), [from, to, overlay.period]);
  const comparePeriod = useMemo(() => comparedWith(overlay.comparison, period), [overlay.comparison, period]);
  const compared = useQuery({ ...heatmapQuery(workspaceId, journeyId, metric, { ...filter, period }, comparePeriod), enabled: comparePeriod !== null && !plain.isPlaceholderData });
  const answered = (comparePeriod !== null ? compared.data : undefined) ?? plain.data ?? null;
  const heatmap = useMemo(() => (answered === null ? null : withStaffScores(answered, touchpoints)), [answered, touchpoints]);

  const { comparison } = overlay;
  const readings = useMemo(
    () => new Map(heatmap?.cells.map((cell) => [cell.touchpointId, readCell(cell, comparison, heatmap.family.q)])),
    [heatmap, comparison],
  );
  const scale = useMemo(() => {
    if (heatmap === null) return null;
    const values = [...readings.values()].flatMap(({ position }) => position ?? []);
    const bounds = comparison === 'target' || heatmap.unit === '-100..100' ? [-100, 100] as const : [0, 100] as const;
    return heatScale({ centre: colourCentre(heatmap, comparison), values, bounds });
  }, [heatmap, readings, comparison]);

  const facetsData = facets.data ?? null;
  const shownMetric = heatmap?.metric ?? metric;
  const { isPending, refetch } = plain;
  const { refetch: refetchFacets } = facets;
  const isFetching = plain.isFetching || (comparePeriod !== null && compared.isFetching);
  const error = plain.error ?? compared.error;
  // One object as long as nothing changed, so that an edit of the map does not redraw what only depends on figures.
  return useMemo<Heat>(() => ({
    facets: facetsData, metric: shownMetric, filter, period, comparePeriod, heatmap, scale, readings, isPending, isFetching, error,
    retry: () => void Promise.all([refetch(), refetchFacets()]),
  }), [facetsData, shownMetric, filter, period, comparePeriod, heatmap, scale, readings, isPending, isFetching, error, refetch, refetchFacets]);
};
