import { can } from '@afferent/domain';
import { Navigate, redirect, type LoaderFunctionArgs } from 'react-router';
import { journeysQuery } from '../features/journeys/journeys.queries';
import { queryClient } from '../lib/query-client';
import { sessionQuery } from '../lib/session';
import { Loading } from './loading';

const holdsMaps = async (workspaceId: string) => {
  const { pages } = await queryClient.fetchInfiniteQuery(journeysQuery(workspaceId));
  return pages.some(({ items }) => items.length > 0);
};

/**
 * A workspace's first page: the doors while it has no map, then the maps for those who build them and Pulse for those who read.
 * It is found before a page is drawn: a redirect drawn as one would take back a link that was chosen meanwhile.
 */
export const firstPageOf = async ({ params: { workspaceId = '' } }: LoaderFunctionArgs) => {
  const session = await queryClient.fetchQuery(sessionQuery).catch(() => queryClient.getQueryData(sessionQuery.queryKey));
  const workspace = session?.workspaces.find(({ id }) => id === workspaceId);
  if (workspace == null) return null;
  const builds = can({ kind: 'user', role: workspace.role }, 'journey:create');
  // What stands in the way of the maps is told by their own page.
  const page = !builds ? 'pulse' : await holdsMaps(workspaceId).catch(() => true) ? 'journeys' : 'start';
  return redirect(`/w/${workspaceId}/${page}`);
};

/** Stands here only when it was not known who is signed in; now it is. */
export const WorkspaceHome = () => <><Navigate to="." replace /><Loading /></>;
