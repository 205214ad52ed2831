import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api';

/** Ends the session on the server, forgets what was loaded in it and goes to the sign-in page. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('POST', '/auth/logout'),
    onSuccess: () => {
      client.clear();
      window.location.assign('/sign-in');
    },
  });
}
