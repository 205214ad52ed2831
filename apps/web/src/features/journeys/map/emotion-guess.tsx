import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { emotionY } from './emotion-curves';
import type { GuessPoint } from './emotion-points';
import type { ShowTip } from './emotion-tip';
import styles from './grid.module.css';

interface EmotionGuessProps {
  point: GuessPoint & { x: number };
  canEdit: boolean;
  /** While it is dragged; null when it is let go. */
  onMove: (value: number | null) => void;
  onSet: (value: number) => void;
  onTip: ShowTip;
}

const rounded = (value: number) => Math.round(Math.max(-2, Math.min(2, value)) * 10) / 10;
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 0.5, ArrowDown: -0.5 };

/** One guess of the workshop: a point that is dragged or stepped up and down. */
export const EmotionGuess = ({ point, canEdit, onMove, onSet, onTip }: EmotionGuessProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const [isDragged, setIsDragged] = useState(false);
  const now = point.value ?? 0;
  const label = point.name === null ? t('emotion.point', { stage: point.stage }) : t('emotion.pointOf', { stage: point.stage, name: point.name });
  const value = point.value === null ? t('emotion.none') : format.signed(point.value, 1);
  const show = () => onTip({ x: point.x, y: emotionY(now), words: `${label}: ${value}` });

  const drag = (event: PointerEvent<SVGElement>) => {
    if (!canEdit) return;
    event.preventDefault();
    event.stopPropagation();
    const circle = event.currentTarget;
    const zoom = circle.currentCSSZoom;
    const start = event.clientY;
    let moved = now;
    circle.setPointerCapture(event.pointerId);
    setIsDragged(true);
    onTip(null);
    const move = (next: globalThis.PointerEvent) => {
      moved = rounded(emotionY.invert(emotionY(now) + (next.clientY - start) / zoom));
      onMove(moved);
    };
    const end = () => {
      circle.removeEventListener('pointermove', move);
      setIsDragged(false);
      onMove(null);
      if (moved !== now) onSet(moved);
    };
    circle.addEventListener('pointermove', move);
    circle.addEventListener('lostpointercapture', end, { once: true });
  };
  const keys = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || !canEdit) return;
    event.preventDefault();
    event.stopPropagation();
    onTip(null);
    onSet(rounded(now + step));
  };

  return (
    <circle
      className={styles.emotionPoint}
      cx={point.x}
      cy={emotionY(now)}
      r={5.5}
      fill="var(--surface)"
      stroke={point.value === null ? 'var(--line-strong)' : 'var(--faint)'}
      strokeWidth={1.6}
      strokeDasharray={point.value === null ? '2 2' : undefined}
      role="slider"
      tabIndex={canEdit ? 0 : -1}
      aria-label={label}
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={now}
      aria-valuetext={value}
      aria-readonly={!canEdit}
      onPointerDown={drag}
      onKeyDown={keys}
      onPointerEnter={isDragged ? undefined : show}
      onPointerLeave={() => onTip(null)}
      onFocus={show}
      onBlur={() => onTip(null)}
    />
  );
};
