import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { emotionY, type CurvePoint } from './emotion-curves';
import type { EmotionPoint } from './emotion-points';
import type { ShowTip } from './emotion-tip';
import styles from './grid.module.css';
import { useAskedWords } from './use-asked-words';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

const walk = (event: KeyboardEvent<SVGGElement>) => {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const points = [...event.currentTarget.children].filter((child) => child instanceof SVGElement);
  points[points.findIndex((point) => point === document.activeElement) + step]?.focus();
};

/** Where the measured curve goes through: value, interval and n on hover and focus. One stop of Tab; arrows go from point to point. */
export const EmotionAsked = ({ points, onTip }: { points: readonly (EmotionPoint & CurvePoint)[]; onTip: ShowTip }) => {
  const { t } = useTranslation('journeys');
  const wordsOf = useAskedWords();
  return (
    <g role="group" aria-label={t('emotion.askedPoints')} onKeyDown={walk}>
      {points.map((point, index) => {
        const { value, basis } = wordsOf(point);
        const words = [point.name, value, basis].join(' · ');
        const show = () => onTip({ x: point.x, y: emotionY(point.value), words });
        const hide = () => onTip(null);
        return (
          <circle
            key={point.touchpointId}
            className={styles.askedPoint}
            cx={point.x}
            cy={emotionY(point.value)}
            r={3.5}
            role="img"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={words}
            onPointerEnter={show}
            onPointerLeave={hide}
            onFocus={show}
            onBlur={hide}
          />
        );
      })}
    </g>
  );
};
