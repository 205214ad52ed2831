import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says a text to screen readers without moving the focus. */
export const useAnnounce = () => useContext(AnnounceContext);

export const LiveRegion = ({ children }: { children: ReactNode }) => {
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback((text: string) => {
    const node = region.current;
    if (node == null) return;
    // An emptied region first, so that the same text twice is said twice.
    node.textContent = '';
    window.setTimeout(() => { node.textContent = text; }, 60);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={region} role="status" aria-live="polite" className="visually-hidden" />
    </AnnounceContext>
  );
};
