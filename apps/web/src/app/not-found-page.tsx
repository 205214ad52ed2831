import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state';
import { IconRoute } from '../ui/icons';
import { PageHeader } from '../ui/page-header';

export const NotFoundPage = () => {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState icon={IconRoute} title={t('notFound.title')} action={<Button component={Link} to="/" variant="default">{t('notFound.action')}</Button>}>{t('notFound.text')}</EmptyState>
    </>
  );
};
