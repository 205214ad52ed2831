import { useQuery } from '@tanstack/react-query';
import { useProblemWords } from '../../lib/problem-words';
import { sessionQuery } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { PageHeader } from '../../ui/page-header';

/** Stands in a workspace that is not among the known ones while those could not be read again. */
export const UnreadSession = () => {
  const session = useQuery(sessionQuery);
  const words = useProblemWords()(session.error);
  return (
    <>
      <PageHeader title={words.title} />
      <ErrorState words={words} onRetry={() => void session.refetch()} />
    </>
  );
};
