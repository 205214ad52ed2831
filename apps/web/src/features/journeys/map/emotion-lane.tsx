import type { Card, Lane, Stage } from '@afferent/domain';
import { useId, useState } from 'react';
import { addCard } from '../editing/commands';
import { EmotionAsked } from './emotion-asked';
import { EMOTION_HEIGHT, emotionCurve, emotionY, gapBetween } from './emotion-curves';
import { EmotionGuess } from './emotion-guess';
import { guessPoints, type EmotionPoint, type GuessPoint } from './emotion-points';
import { EmotionTip, type Tip } from './emotion-tip';
import styles from './grid.module.css';
import { useMap } from './map-context';

interface EmotionLaneProps {
  lane: Lane;
  stages: readonly Stage[];
  widths: readonly number[];
  cardsOf: (stageId: string) => readonly Card[];
  measured: readonly EmotionPoint[];
}

/** Every guess of the workshop as a dashed curve whose points can be moved, what customers say as a full one, the gap between them filled. */
export const EmotionLane = ({ lane, stages, widths, cardsOf, measured }: EmotionLaneProps) => {
  const { canEdit, commands, touchpoints } = useMap();
  const clipId = useId();
  const [moving, setMoving] = useState<{ key: string; value: number } | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = new Map(stages.map(({ id }, index) => [id, { start: starts[index] ?? 0, width: widths[index] ?? 0 }]));
  const placed = <Point extends { stageId: string; share: number }>(points: readonly Point[]) => points
    .flatMap((point) => {
      const column = columns.get(point.stageId);
      return column === undefined ? [] : [{ ...point, x: column.start + column.width * point.share }];
    })
    .toSorted((a, b) => a.x - b.x);

  const answers = placed(measured);
  const guesses = placed(guessPoints(stages, cardsOf, measured, touchpoints)).map((point) => (point.key === moving?.key ? { ...point, value: moving.value } : point));
  const guessed = guesses.flatMap(({ x, value }) => (value === null ? [] : [{ x, value }]));
  const gap = gapBetween(answers, guessed);
  const set = ({ cardId, stageId }: GuessPoint, value: number) => {
    if (cardId === null) commands.perform((document) => addCard(document, crypto.randomUUID(), { stageId, laneId: lane.id, afterId: null }, { emotion: value }));
    else commands.perform(() => ({ type: 'setProperty', target: 'card', id: cardId, property: 'emotion', value }));
  };

  return (
    <div role="gridcell" aria-colindex={2} aria-colspan={stages.length} className={styles.emotion} style={{ gridColumn: `2 / span ${stages.length}`, height: EMOTION_HEIGHT }}>
      <svg viewBox={`0 0 ${total} ${EMOTION_HEIGHT}`} preserveAspectRatio="none">
        <line x1={0} x2={total} y1={emotionY(0)} y2={emotionY(0)} stroke="var(--line-strong)" strokeDasharray="2 4" />
        {gap === null ? null : (
          <>
            <clipPath id={clipId}><rect x={gap.from} width={gap.to - gap.from} y={0} height={EMOTION_HEIGHT} /></clipPath>
            <path d={gap.path} fill="var(--accent-soft)" clipPath={`url(#${clipId})`} />
          </>
        )}
        <path d={emotionCurve(guessed)} fill="none" stroke="var(--faint)" strokeWidth={1.6} strokeDasharray="5 4" />
        <path d={emotionCurve(answers)} fill="none" stroke="var(--accent)" strokeWidth={2.4} />
        {answers.length === 0 ? null : <EmotionAsked points={answers} onTip={setTip} />}
        {guesses.filter(({ value }) => value !== null || canEdit).map((point) => (
          <EmotionGuess key={point.key} point={point} canEdit={canEdit} onMove={(value) => setMoving(value === null ? null : { key: point.key, value })} onSet={(value) => set(point, value)} onTip={setTip} />
        ))}
      </svg>
      <EmotionTip tip={tip} />
    </div>
  );
};
