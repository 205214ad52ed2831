import { demoOfWorkspaceSchema, demoSchema, type Locale } from '@afferent/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../lib/api';

const fillingPollMs = 2_000;

/** Whether this workspace is a demo and how far it is filled; asked again and again only while it is being filled. */
export const demoQuery = (workspaceId: string) => queryOptions({
  queryKey: ['demo', workspaceId],
  queryFn: async ({ signal }) => (await request('GET', `/workspaces/${workspaceId}/demo`, { schema: demoOfWorkspaceSchema, signal })).demo,
  staleTime: Infinity,
  refetchInterval: ({ state }) => (state.data?.status === 'filling' ? fillingPollMs : false),
});

export const openDemo = (locale: Locale) => request('POST', '/demo', { body: { locale }, schema: demoSchema });
export const removeDemo = (workspaceId: string) => request('DELETE', `/workspaces/${workspaceId}/demo`);
