import { pSchema, touchpointSchema, touchpointsSchema, type Touchpoint, type TouchpointPatch } from '@afferent/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';

const root = (workspaceId: string) => `/workspaces/${workspaceId}/touchpoints`;

export const touchpointsKey = (workspaceId: string) => ['touchpoints', workspaceId] as const;
export const P_NAMES = pSchema.options;

/** The catalogue by name, a page at a time. */
export const touchpointsQuery = (workspaceId: string, search: string) => infiniteQueryOptions({
  queryKey: [...touchpointsKey(workspaceId), search],
  queryFn: ({ signal, pageParam }) => request('GET', root(workspaceId), { query: { limit: 100, search, cursor: pageParam }, schema: touchpointsSchema, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const createTouchpoint = (workspaceId: string, body: TouchpointPatch) => request('POST', root(workspaceId), { body, schema: touchpointSchema });

/** 412 with the current state when somebody has changed it since `version`. */
export const patchTouchpoint = (workspaceId: string, { id, version }: Touchpoint, body: TouchpointPatch) =>
  request('PATCH', `${root(workspaceId)}/${id}`, { body, headers: { 'If-Match': `"v${version}"` }, schema: touchpointSchema });

export const removeTouchpoint = (workspaceId: string, id: string) => request('DELETE', `${root(workspaceId)}/${id}`);
