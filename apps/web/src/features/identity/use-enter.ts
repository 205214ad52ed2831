import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { hasChosenLocale, setLocale } from '../../lib/i18n';
import { sessionQuery } from '../../lib/session';
import { safeNext } from './safe-next';

/** After a sign-in: forgets what another person has seen here, speaks the account's language where none was chosen in this browser, then goes where they wanted to. */
export const useEnter = () => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useCallback(async (to?: string) => {
    client.clear();
    const session = await client.fetchQuery(sessionQuery);
    if (session != null && !hasChosenLocale()) await setLocale(session.user.locale);
    await navigate(to ?? safeNext(search.get('next')), { replace: true });
  }, [client, navigate, search]);
};
