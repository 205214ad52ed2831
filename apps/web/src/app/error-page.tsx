import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ErrorState } from '../ui/error-state';
import { PageHeader } from '../ui/page-header';

// A chunk of an older build is gone after an update; only a fresh page can know the new names.
const isStaleBuild = (error: unknown) => error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** What stands where a page failed to draw. */
export const ErrorPage = () => {
  const { t } = useTranslation();
  const kind = isStaleBuild(useRouteError()) ? 'updated' : 'crashed';
  return (
    <>
      <PageHeader title={t(`${kind}.title`)} />
      <ErrorState words={{ title: t(`${kind}.title`), kept: t(`${kind}.kept`), todo: t(`${kind}.todo`), retryLabel: t('reload') }} onRetry={() => window.location.reload()} />
    </>
  );
};
