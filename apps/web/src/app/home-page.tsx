import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { lastWorkspace, sessionQuery } from '../lib/session';
import { FramedMessage } from './frame';
import { Loading } from './loading';
import { NewWorkspace } from './shell/later-new-workspace';
import { useSignOut } from './use-sign-out';

/** For somebody who was taken out of the last workspace: one of their own, or out, so that another account can come in. */
const NoWorkspace = () => {
  const { t } = useTranslation();
  const [isCreating, creation] = useDisclosure();
  const signOut = useSignOut();
  const ways = (
    <Stack gap="xs">
      <Button onClick={creation.open}>{t('workspace.new')}</Button>
      <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>{t('account.signOut')}</Button>
    </Stack>
  );
  return (
    <>
      <FramedMessage title={t('noWorkspace.title')} action={ways}>{t('noWorkspace.text')}</FramedMessage>
      <NewWorkspace opened={isCreating} onClose={creation.close} />
    </>
  );
};

/** Goes to the workspace this browser used last. */
export const HomePage = () => {
  const workspaces = useQuery(sessionQuery).data?.workspaces ?? [];
  const workspace = workspaces.find(({ id }) => id === lastWorkspace()) ?? workspaces[0];
  return workspace == null ? <NoWorkspace /> : <><Navigate to={`/w/${workspace.id}`} replace /><Loading /></>;
};
