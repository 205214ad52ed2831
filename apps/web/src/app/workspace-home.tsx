import { can } from '@afferent/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { journeysQuery } from '../features/journeys/journeys.queries';
import { useWorkspace } from '../lib/session';
import { Loading } from './loading';

/** A workspace's first page: the doors while it has no map, then the maps for those who build them and Pulse for those who read. */
export const WorkspaceHome = () => {
  const { id, role } = useWorkspace();
  const journeys = useInfiniteQuery(journeysQuery(id));
  const builds = can({ kind: 'user', role }, 'journey:create');
  const isEmpty = journeys.data?.pages[0]?.items.length === 0;
  // "No map yet" may be what was true before the first one was made.
  if (journeys.isPending || (isEmpty && journeys.isFetching)) return <Loading />;
  return <Navigate to={!builds ? 'pulse' : isEmpty ? 'start' : 'journeys'} replace />;
};
