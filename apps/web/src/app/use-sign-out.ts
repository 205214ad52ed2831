import { useMutation } from '@tanstack/react-query';
import { request } from '../lib/api';

/** Ends the session on the server and goes to the sign-in page. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => request('POST', '/auth/logout'),
    // What was loaded goes with this document; taken away earlier, it would be missed by the page that still stands.
    onSuccess: () => window.location.assign('/sign-in'),
  });
}
