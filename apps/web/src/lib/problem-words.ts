import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from './api';

/** Codes whose words do not depend on the page; everything else is told by its HTTP class. */
const general = { unreachable: 'unreachable', unexpected_answer: 'unexpected' } as const;

const kindOf = (error: unknown) => {
  if (!(error instanceof ApiProblem)) return 'unexpected';
  if (error.code === 'unreachable' || error.code === 'unexpected_answer') return general[error.code];
  if (error.status === 401) return 'signedOut';
  if (error.status === 403) return 'forbidden';
  if (error.status === 404) return 'gone';
  if (error.status === 409 || error.status === 412) return 'conflict';
  if (error.status === 429) return 'tooMany';
  return error.status >= 500 ? 'server' : 'refused';
};

/** Turns a failure into words of the interface: what happened, what was kept, what to do. */
export const useProblemWords = () => {
  const { t } = useTranslation('common');
  return useCallback((error: unknown) => {
    const kind = kindOf(error);
    const requestId = error instanceof ApiProblem ? error.requestId : null;
    return {
      /** What was asked for is not there: asking again brings nothing. */
      isGone: kind === 'gone',
      title: t(`problem.${kind}.title`),
      kept: t('problem.kept'),
      todo: t(`problem.${kind}.todo`),
      retryLabel: t('retry'),
      reference: requestId == null ? undefined : t('problem.reference', { id: requestId }),
    };
  }, [t]);
};
