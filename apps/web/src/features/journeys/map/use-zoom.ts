import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const MIN = 0.2;
const MAX = 2;
const STEP = 1.2;
const clamp = (zoom: number) => Math.max(MIN, Math.min(MAX, zoom));

export interface Zoom {
  zoom: number;
  zoomIn: () => void;
  zoomOut: () => void;
  reset: () => void;
  /** Shows the whole map. */
  fit: () => void;
}

interface Anchor { x: number; y: number; left: number; top: number; zoom: number }

/** Zoom by Ctrl + wheel or pinch about the pointer, and by buttons about the upper left corner of what is seen. */
export const useZoom = (viewportRef: RefObject<HTMLElement | null>): Zoom => {
  const [zoom, setZoom] = useState(1);
  const anchor = useRef<Anchor | null>(null);
  const turned = useRef(0);
  const frame = useRef<number | null>(null);

  const zoomTo = useCallback((next: (now: number) => number, x = 0, y = 0) => setZoom((now) => {
    const element = viewportRef.current;
    if (element !== null) anchor.current = { x, y, left: element.scrollLeft, top: element.scrollTop, zoom: now };
    return clamp(next(now));
  }), [viewportRef]);

  // What was under the pointer stays under it.
  useLayoutEffect(() => {
    const element = viewportRef.current;
    const from = anchor.current;
    if (element === null || from === null) return;
    anchor.current = null;
    const ratio = zoom / from.zoom;
    element.scrollLeft = (from.left + from.x) * ratio - from.x;
    element.scrollTop = (from.top + from.y) * ratio - from.y;
  }, [viewportRef, zoom]);

  useEffect(() => {
    const element = viewportRef.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      // Several turns of the wheel in one frame are one step: a map is laid out once a frame.
      turned.current += event.deltaY;
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      frame.current ??= window.requestAnimationFrame(() => {
        const delta = turned.current;
        turned.current = 0;
        frame.current = null;
        zoomTo((now) => now * Math.exp(-delta / 300), x, y);
      });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
      if (frame.current !== null) window.cancelAnimationFrame(frame.current);
      frame.current = null;
    };
  }, [viewportRef, zoomTo]);

  const fit = useCallback(() => {
    const step = () => {
      const element = viewportRef.current;
      const map = element?.firstElementChild?.getBoundingClientRect();
      if (element == null || map === undefined) return;
      zoomTo((now) => Math.min(1, (element.clientWidth / map.width) * now, (element.clientHeight / map.height) * now));
    };
    // Smaller cards say less and are lower, so the first step may leave room for a second one.
    step();
    window.setTimeout(step, 60);
  }, [viewportRef, zoomTo]);

  return {
    zoom,
    zoomIn: useCallback(() => zoomTo((now) => now * STEP), [zoomTo]),
    zoomOut: useCallback(() => zoomTo((now) => now / STEP), [zoomTo]),
    reset: useCallback(() => zoomTo(() => 1), [zoomTo]),
    fit,
  };
};
