import { journeyFacetsSchema, journeysSchema, pulseSchema } from '@afferent/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';

interface PulseInput { journeyId: string | null; from: string | null; to: string | null }

/** The figures of Pulse in one answer. */
export const pulseQuery = (workspaceId: string, input: PulseInput) => queryOptions({
  queryKey: ['pulse', workspaceId, input],
  queryFn: ({ signal }) => request('GET', `/workspaces/${workspaceId}/pulse`, { query: { ...input }, schema: pulseSchema, signal }),
});

/** The journeys to choose from; the first page is enough for a menu. */
export const pulseJourneysQuery = (workspaceId: string) => queryOptions({
  queryKey: ['pulse-journeys', workspaceId],
  queryFn: ({ signal }) => request('GET', `/workspaces/${workspaceId}/journeys`, { query: { limit: 200 }, schema: journeysSchema, signal }),
});

/** First and last day with answers: what the periods are counted back from. */
export const pulseFacetsQuery = (workspaceId: string, journeyId: string | null) => queryOptions({
  queryKey: ['journey-facets', workspaceId, journeyId],
  queryFn: ({ signal }) => request('GET', `/workspaces/${workspaceId}/journeys/${journeyId}/facets`, { schema: journeyFacetsSchema, signal }),
  enabled: journeyId != null,
});
