import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ErrorState } from '../ui/error-state';
import { PageHeader } from '../ui/page-header';

// A chunk of an older build is gone after an update; only a fresh page can know the new names.
const isStaleBuild = (error: unknown) => error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** What stands where a page failed to draw. */
export const ErrorPage = () => {
  const { t } = useTranslation();
  const stale = isStaleBuild(useRouteError());
  // Without a connection the file of the next page fails to load just as an outdated one does.
  const isOffline = stale && !navigator.onLine;
  const kind = stale ? 'updated' : 'crashed';
  const words = isOffline
    ? { title: t('problem.unreachable.title'), kept: t('crashed.kept'), todo: t('problem.unreachable.todo'), retryLabel: t('reload') }
    : { title: t(`${kind}.title`), kept: t(`${kind}.kept`), todo: t(`${kind}.todo`), retryLabel: t('reload') };
  return (
    <>
      <PageHeader title={words.title} />
      <ErrorState words={words} onRetry={() => window.location.reload()} />
    </>
  );
};
