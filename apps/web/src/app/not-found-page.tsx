import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state';
import { IconRoute } from '../ui/icons';
import { PageHeader } from '../ui/page-header';
import { FramedMessage } from './frame';

/** An address of a workspace that no page has. */
export const NotFoundPage = () => {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState icon={IconRoute} title={t('notFound.title')} action={<Button component={Link} to="/" variant="default">{t('notFound.action')}</Button>}>{t('notFound.text')}</EmptyState>
    </>
  );
};

/** An address outside every workspace that no page has. */
export const UnknownAddressPage = () => {
  const { t } = useTranslation();
  return <FramedMessage title={t('notFound.title')} action={<Button component={Link} to="/" variant="default" fullWidth>{t('notFound.action')}</Button>}>{t('notFound.text')}</FramedMessage>;
};
