import { useCallback, useRef } from 'react';
import { useAnnounce } from '../../ui/live-region';

/** Names the window after the page and, after a move to another page, says it and moves the focus to its title. */
export const usePageTitle = () => {
  const announce = useAnnounce();
  const shown = useRef<string | null>(null);

  return useCallback((title: string) => {
    document.title = `${title} · Afferent`;
    const before = shown.current;
    shown.current = window.location.pathname;
    if (before == null || before === shown.current) return;
    announce(title);
    window.scrollTo(0, 0);
    // A dialog or a field that the page itself has focused keeps the focus.
    const active = document.activeElement;
    const taken = active instanceof HTMLInputElement || active?.closest('[role="dialog"]') != null;
    if (!taken) document.querySelector<HTMLElement>('header h1')?.focus({ preventScroll: true });
  }, [announce]);
};
