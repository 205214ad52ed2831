import type { ImportFault, ImportNotice } from '@afferent/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

type Told = Pick<ImportNotice, 'code' | 'params'>;

/** A warning or the reason of a failure in the interface's language. */
export const useNoticeWords = () => {
  const { t } = useTranslation('feedback');
  return useCallback(({ code, params }: Told): string => {
    const loss = (['weight', 'segment', 'channel', 'attribute', 'comment', 'customerRef', 'question'] as const).find((part) => part === params['part']);
    const count = Number(params['count'] ?? 0);
    return t(`notices.${code}`, { ...params, count, loss: loss == null ? '' : t(`losses.${loss}`, params) });
  }, [t]);
};

/** Why a row or an answer is left out. */
export const useFaultWords = () => {
  const { t } = useTranslation('feedback');
  return useCallback(({ code, params }: Pick<ImportFault, 'code' | 'params'>): string => t(`reasons.${code}`, params), [t]);
};
