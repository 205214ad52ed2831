import { useCallback } from 'react';
import { useNavigate } from 'react-router';

let heading = window.location.pathname;

/** Told by the router: the page that is open or, while another one is on its way, that one. */
export const setHeading = (pathname: string) => { heading = pathname; };

/** Whether the page that is open or on its way is a part of this address. */
export const isLedInto = (path: string) => `${heading}/`.startsWith(`${path}/`);

export type GoOn = (to: string) => Promise<void>;

/** For what takes its time and leads to another page: `begin()` when it is asked for gives the way on for when it is done. Whoever has chosen another page meanwhile stays there. */
export const useGoOn = () => {
  const navigate = useNavigate();
  return useCallback((): GoOn => {
    const from = heading;
    return async (to) => { if (heading === from) await navigate(to); };
  }, [navigate]);
};
