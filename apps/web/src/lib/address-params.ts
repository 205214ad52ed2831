import { useCallback } from 'react';
import { useSearchParams, type NavigateOptions } from 'react-router';

export type ChangeAddress = (change: (now: URLSearchParams) => URLSearchParams, options: NavigateOptions) => void;

/**
 * The parameters of the address and how to change them. A change starts from the address as it is, not as it was last drawn: while a
 * page is still being drawn, the second of two choices would take the first one back.
 */
export const useAddressParams = (): [URLSearchParams, ChangeAddress] => {
  const [params, setParams] = useSearchParams();
  const change = useCallback<ChangeAddress>((make, options) => setParams(make(new URLSearchParams(window.location.search)), options), [setParams]);
  return [params, change];
};
