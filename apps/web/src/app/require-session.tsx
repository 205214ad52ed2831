import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useProblemWords } from '../lib/problem-words';
import { sessionQuery } from '../lib/session';
import { FramedMessage } from './frame';
import { Loading } from './loading';

/** Lets only signed-in people further; others come back to the same address after they have signed in. */
export const RequireSession = () => {
  const session = useQuery(sessionQuery);
  const location = useLocation();
  const words = useProblemWords();
  if (session.isPending) return <Loading />;
  // What is known stays on the page when it could not be read again: something may be being typed there.
  if (session.isError && session.data === undefined) {
    const { title, todo, retryLabel } = words(session.error);
    return <FramedMessage title={title} action={<Button fullWidth onClick={() => void session.refetch()}>{retryLabel}</Button>}>{todo}</FramedMessage>;
  }
  if (session.data == null) {
    const next = location.pathname === '/' ? '' : `?next=${encodeURIComponent(location.pathname + location.search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return <Outlet />;
};
