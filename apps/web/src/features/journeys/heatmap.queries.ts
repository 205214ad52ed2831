import { heatmapSchema, journeyFacetsSchema, trendSchema, type HeatmapMetric, type QuestionMetric } from '@afferent/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';
import type { Period } from '../../lib/period';

/** What every figure on the map is filtered by; a null period means the last 12 months that have answers. */
export interface Filter {
  period: Period | null;
  segment: string | null;
  channel: string | null;
}

const params = ({ period, segment, channel }: Filter) => ({ from: period?.from, to: period?.to, segment, channel });
const journeyPath = (workspaceId: string, journeyId: string) => `/workspaces/${workspaceId}/journeys/${journeyId}`;

/** Metrics, segments, channels and dates that occur in the journey's answers. */
export const facetsQuery = (workspaceId: string, journeyId: string) => queryOptions({
  queryKey: ['workspace', workspaceId, 'facets', journeyId],
  queryFn: ({ signal }) => request('GET', `${journeyPath(workspaceId, journeyId)}/facets`, { schema: journeyFacetsSchema, signal }),
});

/** One figure per touchpoint; with `compare` also the change against that period. */
export const heatmapQuery = (workspaceId: string, journeyId: string, metric: HeatmapMetric, filter: Filter, compare: Period | null = null) => queryOptions({
  queryKey: ['workspace', workspaceId, 'heatmap', journeyId, metric, filter, compare],
  queryFn: ({ signal }) => request('GET', `${journeyPath(workspaceId, journeyId)}/heatmap`, {
    query: { metric, ...params(filter), compareFrom: compare?.from, compareTo: compare?.to },
    schema: heatmapSchema,
    signal,
  }),
  placeholderData: keepPreviousData,
});

/** Months of one touchpoint, each with its interval. */
export const trendQuery = (workspaceId: string, touchpointId: string, metric: QuestionMetric, filter: Filter) => queryOptions({
  queryKey: ['workspace', workspaceId, 'trend', touchpointId, metric, filter],
  queryFn: ({ signal }) => request('GET', `/workspaces/${workspaceId}/touchpoints/${touchpointId}/trend`, {
    query: { metric, bucket: 'month', ...params(filter) },
    schema: trendSchema,
    signal,
  }),
});
