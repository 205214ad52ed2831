import { meSchema, type Me } from '@afferent/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ApiProblem, request } from './api';
import { sessionKey } from './query-client';

/** Who is signed in, with their workspaces; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await request('GET', '/auth/me', { schema: meSchema, signal });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

const lastWorkspaceKey = 'afferent-workspace';
export const lastWorkspace = () => localStorage.getItem(lastWorkspaceKey);
export const rememberWorkspace = (id: string) => localStorage.setItem(lastWorkspaceKey, id);

/** The signed-in person. Only for pages behind the sign-in. */
export const useUser = () => {
  const user = useQuery(sessionQuery).data?.user;
  if (user == null) throw new Error('useUser needs a signed-in person');
  return user;
};

/** The workspace of the address with this person's role in it. Only for pages under `/w/:workspaceId`. */
export const useWorkspace = () => {
  const { workspaceId } = useParams();
  const workspace = useQuery(sessionQuery).data?.workspaces.find(({ id }) => id === workspaceId);
  if (workspace == null) throw new Error('useWorkspace needs a workspace of the signed-in person');
  return workspace;
};
