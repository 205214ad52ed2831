import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './grid.module.css';

interface ResizeHandleProps {
  label: string;
  size: number;
  min: number;
  max: number;
  /** On which side of the sized thing the handle stands. */
  side: 'start' | 'end';
  onResize: (size: number) => void;
}

const STEP = 16;

/** An edge that is dragged, or moved by the arrow keys, to make a column or a panel wider. */
export const ResizeHandle = ({ label, size, min, max, side, onResize }: ResizeHandleProps) => {
  const sign = side === 'end' ? 1 : -1;
  const resize = (next: number) => onResize(Math.round(Math.max(min, Math.min(max, next))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const start = event.clientX;
    const zoom = handle.currentCSSZoom;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => resize(size + (sign * (moved.clientX - start)) / zoom);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    resize(size + sign * step);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={styles.handle}
      data-side={side}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
};
