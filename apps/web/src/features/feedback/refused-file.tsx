import { importNoticeCodeSchema } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useProblemWords } from '../../lib/problem-words';
import { ErrorState } from '../../ui/error-state';
import { useNoticeWords } from './notice-words';

/** Why a file could not be read, in words that say what to do; any other failure as everywhere. */
export const RefusedFile = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('feedback');
  const words = useProblemWords();
  const notice = useNoticeWords();
  const issue = error instanceof ApiProblem && error.code === 'unreadable_file' ? error.issues[0] : undefined;
  const code = importNoticeCodeSchema.safeParse(issue?.code);
  if (issue == null || !code.success) return <ErrorState compact words={words(error)} />;
  return <ErrorState compact words={{ ...words(error), title: t('file.refused'), kept: undefined, todo: code.data === 'other' ? issue.message : notice({ code: code.data, params: {} }) }} />;
};
