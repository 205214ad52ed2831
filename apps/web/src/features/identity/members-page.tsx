import { can } from '@afferent/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { RowsSkeleton } from '../../ui/skeletons';
import { membersQuery } from './identity.queries';
import { Invitations } from './invitations';
import { MembersTable } from './members-table';
import { SettingsTabs } from './settings-tabs';

export const MembersPage = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { id, role } = useWorkspace();
  const words = useProblemWords();
  const members = useQuery(membersQuery(id));
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <SettingsTabs />
      <Page width="medium">
        {members.isPending ? <RowsSkeleton rows={4} label={t('common:loading')} /> : null}
        {members.isError ? <ErrorState words={words(members.error)} onRetry={() => void members.refetch()} /> : null}
        {members.data == null ? null : <MembersTable members={members.data.items} />}
        {can({ kind: 'user', role }, 'invitation:create') ? <Invitations /> : null}
      </Page>
    </>
  );
};
