import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { beginZoom, holdAt, type ZoomGesture } from './zoom-gesture';
import type { Point } from './zoom-view';

const STEP = 1.2;
/** After how many ms without a further step the map is laid out for its new size. */
const PAUSE = 160;
const CORNER: Point = { x: 0, y: 0 };
const KEEPS_ZOOMING = ['Control', 'Meta', 'Shift', 'Alt', '+', '=', '-', '0', '1'];

/** The zoom that is seen at this moment, for the one place that prints it: it changes with every frame of a gesture. */
export interface ZoomLevel {
  get: () => number;
  set: (level: number) => void;
  subscribe: (listener: () => void) => () => void;
}

export interface Zoom {
  /** What the map is laid out for. */
  zoom: number;
  level: ZoomLevel;
  zoomIn: () => void;
  zoomOut: () => void;
  reset: () => void;
  /** Shows the whole map. */
  fit: () => void;
}

const makeLevel = (): ZoomLevel => {
  const listeners = new Set<() => void>();
  let level = 1;
  return {
    get: () => level,
    set: (next) => {
      level = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Zoom by Ctrl + wheel or pinch about the pointer, and by buttons about the upper left corner of what is seen. */
export const useZoom = (viewportRef: RefObject<HTMLElement | null>, gridRef: RefObject<HTMLElement | null>): Zoom => {
  const [zoom, setZoom] = useState(1);
  const [level] = useState(makeLevel);
  const gesture = useRef<ZoomGesture | null>(null);
  const point = useRef(CORNER);
  const timer = useRef<number | undefined>(undefined);

  const settle = useCallback(() => {
    window.clearTimeout(timer.current);
    const [ending, viewport] = [gesture.current, viewportRef.current];
    if (ending === null || viewport === null) return;
    gesture.current = null;
    // Cards that say less are lower, so what is under the pointer is found again, not computed.
    const bringBack = holdAt(viewport, point.current);
    flushSync(() => setZoom(ending.view.zoom));
    ending.end();
    viewport.scrollTo(ending.view.left, ending.view.top);
    bringBack();
  }, [viewportRef]);

  const zoomTo = useCallback((next: (now: number) => number, at = CORNER) => {
    const [viewport, grid] = [viewportRef.current, gridRef.current];
    if (viewport === null || grid === null) return;
    const going = gesture.current ?? beginZoom(viewport, grid, level.get());
    gesture.current = going;
    point.current = at;
    going.zoomTo(next(going.view.zoom), at);
    level.set(going.view.zoom);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(settle, PAUSE);
  }, [gridRef, level, settle, viewportRef]);

  useEffect(() => {
    const viewport = viewportRef.current;
    if (viewport === null) return undefined;
    let turned = 0;
    let frame: number | null = null;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) {
        settle();
        return;
      }
      event.preventDefault();
      const box = viewport.getBoundingClientRect();
      turned += event.deltaY;
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      frame ??= window.requestAnimationFrame(() => {
        const delta = turned;
        turned = 0;
        frame = null;
        zoomTo((now) => now * Math.exp(-delta / 300), at);
      });
    };
    // Whatever else is done to the map is done to its layout, not to its picture.
    const onKeyDown = (event: KeyboardEvent) => { if (!KEEPS_ZOOMING.includes(event.key)) settle(); };
    viewport.addEventListener('wheel', onWheel, { passive: false });
    viewport.addEventListener('pointerdown', settle, { capture: true });
    viewport.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      viewport.removeEventListener('wheel', onWheel);
      viewport.removeEventListener('pointerdown', settle, { capture: true });
      viewport.removeEventListener('keydown', onKeyDown, { capture: true });
      if (frame !== null) window.cancelAnimationFrame(frame);
      window.clearTimeout(timer.current);
    };
  }, [settle, viewportRef, zoomTo]);

  const fit = useCallback(() => {
    const step = () => {
      const [viewport, map] = [viewportRef.current, gridRef.current?.getBoundingClientRect()];
      if (viewport === null || map === undefined) return;
      zoomTo((now) => Math.min(1, (viewport.clientWidth / map.width) * now, (viewport.clientHeight / map.height) * now));
      settle();
    };
    settle();
    // Smaller cards say less and are lower, so the first step may leave room for a second one.
    step();
    step();
  }, [gridRef, settle, viewportRef, zoomTo]);

  return {
    zoom,
    level,
    zoomIn: useCallback(() => zoomTo((now) => now * STEP), [zoomTo]),
    zoomOut: useCallback(() => zoomTo((now) => now / STEP), [zoomTo]),
    reset: useCallback(() => zoomTo(() => 1), [zoomTo]),
    fit,
  };
};
