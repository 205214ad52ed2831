import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { Sessions } from './sessions';
import { SettingsTabs } from './settings-tabs';

export const AccountPage = () => {
  const { t } = useTranslation(['identity', 'common']);
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <SettingsTabs />
      <Page width="text">
        <ProfileForm />
        <PasswordForm />
        <Sessions />
      </Page>
    </>
  );
};
