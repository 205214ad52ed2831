import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ErrorState } from '../ui/error-state';
import { PageHeader } from '../ui/page-header';
import { FramedMessage } from './frame';

// A chunk of an older build is gone after an update; only a fresh page can know the new names.
const isStaleBuild = (error: unknown) => error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

const useErrorWords = () => {
  const { t } = useTranslation();
  const stale = isStaleBuild(useRouteError());
  // Without a connection the file of the next page fails to load just as an outdated one does.
  const isOffline = stale && !navigator.onLine;
  const kind = stale ? 'updated' : 'crashed';
  return isOffline
    ? { title: t('problem.unreachable.title'), kept: t('crashed.kept'), todo: t('problem.unreachable.todo'), retryLabel: t('reload') }
    : { title: t(`${kind}.title`), kept: t(`${kind}.kept`), todo: t(`${kind}.todo`), retryLabel: t('reload') };
};

const reload = () => window.location.reload();

/** What stands where a page failed to draw. */
export const ErrorPage = () => {
  const words = useErrorWords();
  return (
    <>
      <PageHeader title={words.title} />
      <ErrorState words={words} onRetry={reload} />
    </>
  );
};

/** What stands where the whole application failed to draw. */
export const RootErrorPage = () => {
  const words = useErrorWords();
  return <FramedMessage title={words.title} action={<Button fullWidth onClick={reload}>{words.retryLabel}</Button>}><p>{words.kept}</p><p>{words.todo}</p></FramedMessage>;
};
