import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest('input, textarea, button, [role="dialog"]') !== null;

/** Moves the map with the mouse while the space bar is down, or with the middle button. */
export const usePan = (viewportRef: RefObject<HTMLElement | null>) => {
  const [isPanning, setIsPanning] = useState(false);
  const isSpaceDown = useRef(false);

  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || isTyping(event.target)) return;
      event.preventDefault();
      isSpaceDown.current = true;
      setIsPanning(true);
    };
    const up = (event: KeyboardEvent) => {
      if (event.code !== 'Space') return;
      isSpaceDown.current = false;
      setIsPanning(false);
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, []);

  const onPointerDownCapture = useCallback((event: ReactPointerEvent) => {
    const element = viewportRef.current;
    if (element === null || !(event.button === 1 || (event.button === 0 && isSpaceDown.current))) return;
    event.preventDefault();
    event.stopPropagation();
    const from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    element.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => element.scrollTo(from.left - (moved.clientX - from.x), from.top - (moved.clientY - from.y));
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), { once: true });
  }, [viewportRef]);

  return { isPanning, onPointerDownCapture };
};
