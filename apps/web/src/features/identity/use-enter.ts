import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { sessionKey } from '../../lib/query-client';
import { sessionQuery } from '../../lib/session';
import { safeNext } from './safe-next';

/** After a sign-in: forgets what another person has seen here, then goes where they wanted to. */
export const useEnter = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useCallback(async (to?: string) => {
    // What this page itself shows stays.
    client.removeQueries({ type: 'inactive' });
    // A reading that began before would tell how it was before.
    await client.cancelQueries({ queryKey: sessionKey });
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await navigate(to ?? safeNext(search.get('next')), { replace: true });
  }, [client, navigate, search]);
};
