import type { Card, Lane, Stage } from '@afferent/domain';
import { area, curveMonotoneX, line, scaleLinear } from 'd3';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { addCard } from '../editing/commands';
import type { EmotionPoint } from './emotion-points';
import styles from './grid.module.css';
import { useMap } from './map-context';

interface EmotionLaneProps {
  lane: Lane;
  stages: readonly Stage[];
  widths: readonly number[];
  cards: ReadonlyMap<string, Card>;
  /** What customers answered, −2..2, where the map stands on emotion answers. */
  measured: readonly EmotionPoint[];
}

const HEIGHT = 104;
const y = scaleLinear([-2, 2], [HEIGHT - 12, 12]).clamp(true);
const rounded = (value: number) => Math.round(Math.max(-2, Math.min(2, value)) * 10) / 10;

/** The workshop's guess as a dashed curve whose points can be moved, what customers say as a full one, the gap between them filled. */
export const EmotionLane = ({ lane, stages, widths, cards, measured }: EmotionLaneProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { canEdit, commands } = useMap();
  const [moving, setMoving] = useState<{ stageId: string; value: number } | null>(null);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const centre = (index: number) => (starts[index] ?? 0) + (widths[index] ?? 0) / 2;

  const guesses = stages.flatMap((stage, index) => {
    const value = moving?.stageId === stage.id ? moving.value : cards.get(stage.id)?.emotion;
    return value == null ? [] : [{ x: centre(index), value }];
  });
  const answers = measured.flatMap(({ stageId, share, value }) => {
    const index = stages.findIndex(({ id }) => id === stageId);
    return index === -1 ? [] : [{ x: (starts[index] ?? 0) + (widths[index] ?? 0) * share, value }];
  });
  const curve = line<{ x: number; value: number }>().x((point) => point.x).y((point) => y(point.value)).curve(curveMonotoneX);
  const gap = answers.length > 1 ? area<{ x: number; value: number }>().x((point) => point.x).y0(y(0)).y1((point) => y(point.value)).curve(curveMonotoneX)(answers) : null;

  const set = (stageId: string, value: number) => {
    const card = cards.get(stageId);
    if (card === undefined) commands.perform((document) => addCard(document, crypto.randomUUID(), { stageId, laneId: lane.id, afterId: null }, { emotion: value }));
    else commands.perform(() => ({ type: 'setProperty', target: 'card', id: card.id, property: 'emotion', value }));
  };
  const drag = (stageId: string, now: number) => (event: PointerEvent<SVGElement>) => {
    if (!canEdit) return;
    event.preventDefault();
    event.stopPropagation();
    const point = event.currentTarget;
    const zoom = point.currentCSSZoom;
    const start = event.clientY;
    let value = now;
    point.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => {
      value = rounded(y.invert(y(now) + (moved.clientY - start) / zoom));
      setMoving({ stageId, value });
    };
    const end = () => {
      point.removeEventListener('pointermove', move);
      setMoving(null);
      if (value !== now) set(stageId, value);
    };
    point.addEventListener('pointermove', move);
    point.addEventListener('lostpointercapture', end, { once: true });
  };
  const keys = (stageId: string, now: number) => (event: KeyboardEvent) => {
    const step = { ArrowUp: 0.5, ArrowDown: -0.5 }[event.key];
    if (step === undefined || !canEdit) return;
    event.preventDefault();
    event.stopPropagation();
    set(stageId, rounded(now + step));
  };

  return (
    <div role="gridcell" aria-colindex={2} aria-colspan={stages.length} className={styles.emotion} style={{ gridColumn: `2 / span ${stages.length}`, height: HEIGHT }}>
      <svg viewBox={`0 0 ${total} ${HEIGHT}`} preserveAspectRatio="none">
        <line x1={0} x2={total} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" strokeDasharray="2 4" />
        {gap === null ? null : <path d={gap} fill="var(--accent-soft)" />}
        <path d={curve(guesses) ?? ''} fill="none" stroke="var(--faint)" strokeWidth={1.6} strokeDasharray="5 4" />
        <path d={curve(answers) ?? ''} fill="none" stroke="var(--accent)" strokeWidth={2.4} />
        {stages.map((stage, index) => {
          const value = moving?.stageId === stage.id ? moving.value : (cards.get(stage.id)?.emotion ?? null);
          if (value === null && !canEdit) return null;
          return (
            <circle
              key={stage.id}
              className={styles.emotionPoint}
              cx={centre(index)}
              cy={y(value ?? 0)}
              r={5.5}
              fill="var(--surface)"
              stroke={value === null ? 'var(--line-strong)' : 'var(--faint)'}
              strokeWidth={1.6}
              strokeDasharray={value === null ? '2 2' : undefined}
              role="slider"
              tabIndex={canEdit ? 0 : -1}
              aria-label={t('emotion.point', { stage: stage.name })}
              aria-valuemin={-2}
              aria-valuemax={2}
              aria-valuenow={value ?? 0}
              aria-valuetext={value === null ? t('emotion.none') : format.signed(value, 1)}
              aria-readonly={!canEdit}
              onPointerDown={drag(stage.id, value ?? 0)}
              onKeyDown={keys(stage.id, value ?? 0)}
            />
          );
        })}
      </svg>
    </div>
  );
};
