import {
  functionSchema, functionsSchema, heatmapSchema, journeyOwnershipSchema, journeySchema, journeysSchema, membersSchema, offeredFunctionsSchema,
  type HeatmapMetric, type JourneyOwnership,
} from '@afferent/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';

const root = (workspaceId: string) => `/workspaces/${workspaceId}`;
const key = (workspaceId: string, ...rest: readonly unknown[]) => ['ownership', workspaceId, ...rest] as const;

/** Everything this page reads of a workspace; invalidated together because a change of influence moves every potential. */
export const ownershipKey = (workspaceId: string) => key(workspaceId);

export const ownershipJourneysQuery = (workspaceId: string) => queryOptions({
  queryKey: key(workspaceId, 'journeys'),
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/journeys`, { query: { limit: 200 }, schema: journeysSchema, signal }),
});

export const ownershipJourneyQuery = (workspaceId: string, journeyId: string | null) => queryOptions({
  queryKey: key(workspaceId, 'journey', journeyId),
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/journeys/${journeyId}`, { schema: journeySchema, signal }),
  enabled: journeyId != null,
});

export const ownershipQuery = (workspaceId: string, journeyId: string | null, metric: HeatmapMetric) => queryOptions({
  queryKey: key(workspaceId, 'report', journeyId, metric),
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/journeys/${journeyId}/ownership`, { query: { metric }, schema: journeyOwnershipSchema, signal }),
  enabled: journeyId != null,
});

/** The same figures with their intervals, which the report of shares does not carry. */
export const figuresQuery = (workspaceId: string, journeyId: string | null, report: JourneyOwnership | undefined) => queryOptions({
  queryKey: key(workspaceId, 'figures', journeyId, report?.metric, report?.from, report?.to),
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/journeys/${journeyId}/heatmap`, { query: { metric: report?.metric, from: report?.from, to: report?.to }, schema: heatmapSchema, signal }),
  enabled: journeyId != null && report != null,
});

export const functionsQuery = (workspaceId: string) => queryOptions({
  queryKey: key(workspaceId, 'functions'),
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/functions`, { schema: functionsSchema, signal }),
});

export const offeredFunctionsQuery = (workspaceId: string) => queryOptions({
  queryKey: key(workspaceId, 'offered'),
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/functions/offered`, { schema: offeredFunctionsSchema, signal }),
});

export const ownershipMembersQuery = (workspaceId: string) => queryOptions({
  queryKey: key(workspaceId, 'members'),
  queryFn: ({ signal }) => request('GET', `${root(workspaceId)}/members`, { schema: membersSchema, signal }),
});

export const createFunction = (workspaceId: string, name: string) =>
  request('POST', `${root(workspaceId)}/functions`, { body: { name }, schema: functionSchema });

export const renameFunction = (workspaceId: string, functionId: string, name: string) =>
  request('PATCH', `${root(workspaceId)}/functions/${functionId}`, { body: { name }, schema: functionSchema });

export const removeFunction = (workspaceId: string, functionId: string) => request('DELETE', `${root(workspaceId)}/functions/${functionId}`);

export const putFunctionMembers = (workspaceId: string, functionId: string, userIds: string[]) =>
  request('PUT', `${root(workspaceId)}/functions/${functionId}/members`, { body: { userIds }, schema: functionSchema });
