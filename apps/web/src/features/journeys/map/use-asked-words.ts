import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import type { AskedEmotion } from './emotion-points';

/** A measured emotion in words: the value, and what it rests on. */
export const useAskedWords = () => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  return ({ value, ciLow, ciHigh, n }: AskedEmotion): { value: string; basis: string } => ({
    value: t('emotion.asked', { value: format.signed(value, 1) }),
    basis: [
      ciLow === null || ciHigh === null ? null : t('emotion.interval', { low: format.signed(ciLow, 1), high: format.signed(ciHigh, 1) }),
      t('overview.answersCount', { count: n, n: format.number(n) }),
    ].filter((part) => part !== null).join(' · '),
  });
};
