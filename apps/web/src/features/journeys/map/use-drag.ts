import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { dropAt, type Dragged, type Drop } from './drop-target';

export interface DragPicture {
  source: HTMLElement;
  x: number;
  y: number;
  /** From the pointer to the source's corner when it was taken. */
  dx: number;
  dy: number;
  drop: Drop | null;
}

const THRESHOLD = 5;
const EDGE = 40;

const draggedAt = (target: EventTarget | null): { element: HTMLElement; dragged: Dragged } | null => {
  if (!(target instanceof Element) || target.closest('input, textarea, [role="separator"], [data-add], [aria-haspopup]') !== null) return null;
  const element = target.closest<HTMLElement>('[data-card], [data-stage], [data-lane]');
  if (element === null) return null;
  const { card, stage, lane } = element.dataset;
  if (card !== undefined) return { element, dragged: { kind: 'card', id: card } };
  if (stage !== undefined) return { element, dragged: { kind: 'stage', id: stage } };
  return lane === undefined ? null : { element, dragged: { kind: 'lane', id: lane } };
};

/** Drags a card, a stage or a lane with the mouse or a pen; touch scrolls the map instead. */
export const useDrag = (viewportRef: RefObject<HTMLElement | null>, gridRef: RefObject<HTMLElement | null>, isEnabled: boolean, onDrop: (dragged: Dragged, drop: Drop) => void) => {
  const [picture, setPicture] = useState<DragPicture | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = useCallback((event: ReactPointerEvent) => {
    if (!isEnabled || event.button !== 0 || event.pointerType === 'touch') return;
    const found = draggedAt(event.target);
    const root = gridRef.current;
    if (found === null || root === null) return;
    const { element, dragged } = found;
    const start = { x: event.clientX, y: event.clientY };
    const box = element.getBoundingClientRect();
    let drop: Drop | null = null;
    let isDragging = false;

    const scrollAtEdge = (x: number, y: number) => {
      const frame = viewportRef.current?.getBoundingClientRect();
      if (frame === undefined) return;
      const push = (at: number, low: number, high: number) => (at < low + EDGE ? -12 : at > high - EDGE ? 12 : 0);
      viewportRef.current?.scrollBy(push(x, frame.left, frame.right), push(y, frame.top, frame.bottom));
    };
    const move = (moved: PointerEvent) => {
      if (!isDragging && Math.hypot(moved.clientX - start.x, moved.clientY - start.y) < THRESHOLD) return;
      isDragging = true;
      moved.preventDefault();
      scrollAtEdge(moved.clientX, moved.clientY);
      drop = dropAt(root, dragged, moved.clientX, moved.clientY);
      setPicture({ source: element, x: moved.clientX, y: moved.clientY, dx: start.x - box.left, dy: start.y - box.top, drop });
    };
    const finish = () => {
      stop.current?.();
      stop.current = null;
    };
    const up = () => {
      finish();
      if (!isDragging) return;
      // The click that ends a drag must not open what was dragged.
      const swallow = (click: MouseEvent) => { click.stopPropagation(); click.preventDefault(); };
      window.addEventListener('click', swallow, { capture: true });
      window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      if (drop !== null) onDrop(dragged, drop);
    };
    const key = (pressed: KeyboardEvent) => { if (pressed.key === 'Escape') finish(); };
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', finish);
      window.removeEventListener('keydown', key, { capture: true });
      setPicture(null);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', finish);
    window.addEventListener('keydown', key, { capture: true });
  }, [gridRef, isEnabled, onDrop, viewportRef]);

  return { picture, onPointerDown };
};
