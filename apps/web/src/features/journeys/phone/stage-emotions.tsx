import type { Card, Stage } from '@afferent/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import type { AskedEmotion } from '../map/emotion-points';
import { useMap } from '../map/map-context';
import { useAskedWords } from '../map/use-asked-words';
import { useEmotions } from '../map/use-emotions';
import styles from './phone.module.css';

interface Emotion {
  id: string;
  name: string;
  guess: number | null;
  asked: AskedEmotion | null;
}

const across = (value: number) => ({ insetInlineStart: `${((value + 2) / 4) * 100}%` });

/** A stage's emotions as numbers with their places on −2..2: what customers answered, and what the workshop guessed. */
export const StageEmotions = ({ stage, title, cards }: { stage: Stage; title: string; cards: readonly Card[] }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { touchpoints } = useMap();
  const asked = useEmotions();
  const askedAt = (id: string | null) => (id === null ? null : (asked.get(id) ?? null));
  const wordsOf = useAskedWords();
  const guessed = new Set(cards.map(({ touchpointId }) => touchpointId));
  const emotions: Emotion[] = [
    ...cards.map(({ id, touchpointId, title: text, emotion }) => ({ id, name: (touchpointId === null ? null : touchpoints.get(touchpointId)?.name) ?? text ?? stage.name, guess: emotion, asked: askedAt(touchpointId) })),
    ...[...touchpoints.values()].filter(({ id, stageId }) => stageId === stage.id && !guessed.has(id)).map(({ id, name }) => ({ id, name, guess: null, asked: askedAt(id) })),
  ].filter((emotion) => emotion.guess !== null || emotion.asked !== null);
  if (emotions.length === 0) return null;
  return (
    <div>
      <h3>{title}<small>{t('emotion.dots')}</small></h3>
      <ul className={styles.emotions}>
        {emotions.map((emotion) => {
          // A phone has no hover, so the interval and n stand under the value.
          const asked = emotion.asked === null ? null : wordsOf(emotion.asked);
          return (
            <li key={emotion.id}>
              <span className={styles.feeling}>
                {emotion.name}
                <small>{[asked?.value, emotion.guess === null ? null : t('emotion.guess', { value: format.signed(emotion.guess, 1) })].filter((part) => part != null).join(' · ')}</small>
                {asked === null ? null : <small>{asked.basis}</small>}
              </span>
              <span className={styles.scale} aria-hidden>
                {emotion.guess === null ? null : <i data-guess style={across(emotion.guess)} />}
                {emotion.asked === null ? null : <i style={across(emotion.asked.value)} />}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
