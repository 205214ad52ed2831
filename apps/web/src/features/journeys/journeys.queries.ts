import {
  documentOf, journeySchema, journeysSchema, operationLogSchema, operationResultsSchema,
  type Journey, type JourneyCreate,
} from '@afferent/contracts';
import type { Operation } from '@afferent/domain';
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { request } from '../../lib/api';

const base = (workspaceId: string) => `/workspaces/${workspaceId}/journeys`;
export const journeysKey = (workspaceId: string) => ['workspace', workspaceId, 'journeys'] as const;
export const journeyKey = (workspaceId: string, journeyId: string) => ['workspace', workspaceId, 'journey', journeyId] as const;

/** The workspace's maps, the latest change first. */
export const journeysQuery = (workspaceId: string) => infiniteQueryOptions({
  queryKey: journeysKey(workspaceId),
  queryFn: ({ pageParam, signal }) => request('GET', base(workspaceId), { query: { cursor: pageParam }, schema: journeysSchema, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

const fetchJourney = (workspaceId: string, journeyId: string, signal?: AbortSignal) =>
  request('GET', `${base(workspaceId)}/${journeyId}`, { schema: journeySchema, signal });

export const journeyQuery = (workspaceId: string, journeyId: string) => queryOptions({
  queryKey: journeyKey(workspaceId, journeyId),
  queryFn: ({ signal }) => fetchJourney(workspaceId, journeyId, signal),
});

export const createJourney = (workspaceId: string, body: JourneyCreate) => request('POST', base(workspaceId), { body, schema: journeySchema });
export const deleteJourney = (workspaceId: string, journeyId: string) => request('DELETE', `${base(workspaceId)}/${journeyId}`);

/** The calls a map being edited makes; what it loads also refreshes the journey everywhere else on the page. */
export const journeyTransport = (client: QueryClient, workspaceId: string, journeyId: string) => {
  const operations = `${base(workspaceId)}/${journeyId}/operations`;
  return {
    send: (clientId: string, batch: readonly { clientSeq: number; operation: Operation }[]) => request('POST', operations, {
      body: { clientId, operations: batch.map(({ clientSeq, operation }) => ({ clientSeq, ...operation })) },
      schema: operationResultsSchema,
    }),
    head: async (after: number) => (await request('GET', operations, { query: { after, limit: 1 }, schema: operationLogSchema })).seq,
    load: async () => {
      const journey: Journey = await fetchJourney(workspaceId, journeyId);
      client.setQueryData(journeyKey(workspaceId, journeyId), journey);
      return { document: documentOf(journey), seq: journey.seq };
    },
  };
};
export type JourneyTransport = ReturnType<typeof journeyTransport>;
