import { useCallback, useEffect, useRef, useState, type FocusEvent, type PointerEvent } from 'react';

export interface HoveredCard {
  element: HTMLElement;
  touchpointId: string;
}

const DELAY = 220;
const cardAt = (target: EventTarget | null): HoveredCard | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-touchpoint]') : null;
  const touchpointId = element?.dataset.touchpoint;
  return element == null || touchpointId === undefined ? null : { element, touchpointId };
};

/** The card under the mouse, or with the keyboard's focus, after a moment's rest; Esc and scrolling send it away. */
export const useHoveredCard = (isPaused: boolean) => {
  const [hovered, setHovered] = useState<HoveredCard | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const pressedAt = useRef('');

  const show = useCallback((next: HoveredCard | null, delay: number) => {
    window.clearTimeout(timer.current);
    if (next === null) setHovered(null);
    else timer.current = window.setTimeout(() => setHovered(next), delay);
  }, []);

  useEffect(() => {
    const hide = () => show(null, 0);
    const onKey = (event: KeyboardEvent) => { if (event.key === 'Escape') hide(); };
    window.addEventListener('keydown', onKey);
    window.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => {
      window.clearTimeout(timer.current);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', hide, { capture: true });
    };
  }, [show]);

  return {
    hovered: isPaused ? null : hovered,
    onPointerOver: useCallback((event: PointerEvent) => {
      // A card that slid under a resting pointer (the panel has opened) was not pointed at.
      if (event.pointerType === 'mouse' && pressedAt.current !== `${event.clientX} ${event.clientY}`) show(cardAt(event.target), DELAY);
    }, [show]),
    onPointerLeave: useCallback(() => show(null, 0), [show]),
    onFocus: useCallback((event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show(cardAt(event.target), DELAY);
    }, [show]),
    onBlur: useCallback(() => show(null, 0), [show]),
    onPointerDown: useCallback((event: PointerEvent) => {
      pressedAt.current = `${event.clientX} ${event.clientY}`;
      show(null, 0);
    }, [show]),
  };
};
