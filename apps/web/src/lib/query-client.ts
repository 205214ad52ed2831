import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api';

// A button is drawn busy before a second click on it is looked at: on a slow machine that click already waits while the first one is being handled.
notifyManager.setScheduler(queueMicrotask);

/** The key of the signed-in person; null data means "nobody is signed in". */
export const sessionKey = ['session'] as const;

/** Worth another try by itself; without a connection it is not, and the page says so at once. */
const isTemporary = (error: Error) => navigator.onLine && error instanceof ApiProblem && (error.code === 'unreachable' || error.status === 429 || error.status >= 502);

/** A late refusal may be meant for a session that another one has followed: whether somebody is signed in is asked again, not concluded. */
const doubtSession = (error: Error) => {
  if (error instanceof ApiProblem && error.status === 401) void queryClient.invalidateQueries({ queryKey: sessionKey });
};

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: doubtSession }),
  mutationCache: new MutationCache({
    onError: doubtSession,
    // Features keep their own copies of what others change (functions, owners, touchpoints): after any change everything kept is read again when it is next shown.
    onSuccess: () => queryClient.invalidateQueries({ refetchType: 'none' }),
  }),
  defaultOptions: {
    // A browser that is offline says so at once instead of waiting in silence; what failed is read again when it is back.
    queries: { networkMode: 'always', refetchOnReconnect: true, staleTime: 30_000, retry: (failures, error) => failures < 2 && isTemporary(error), refetchOnWindowFocus: true },
    mutations: { networkMode: 'always', retry: false },
  },
});
