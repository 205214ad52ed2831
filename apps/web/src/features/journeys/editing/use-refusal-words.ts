import type { OperationCode } from '@afferent/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const KNOWN: Record<OperationCode, 'gone' | 'exists' | 'tooMany' | 'noRoom' | 'badValue'> = {
  stage_not_found: 'gone', lane_not_found: 'gone', card_not_found: 'gone',
  stage_exists: 'exists', lane_exists: 'exists', card_exists: 'exists',
  too_many_stages: 'tooMany', too_many_lanes: 'tooMany', too_many_cards: 'tooMany',
  bad_rank: 'noRoom', bad_value: 'badValue',
};
const isKnown = (code: string): code is OperationCode => code in KNOWN;

/** Turns the code of a refused change into words: what happened, and that the rest is kept. */
export const useRefusalWords = () => {
  const { t } = useTranslation('journeys');
  return useCallback((code: string) => {
    if (isKnown(code)) return t(`refusal.${KNOWN[code]}`);
    return code === 'forbidden' ? t('refusal.forbidden') : t('refusal.other');
  }, [t]);
};
