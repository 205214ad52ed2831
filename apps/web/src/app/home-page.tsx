import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { lastWorkspace, sessionQuery } from '../lib/session';
import { FramedMessage } from './frame';

/** Goes to the workspace this browser used last. */
export const HomePage = () => {
  const { t } = useTranslation();
  const workspaces = useQuery(sessionQuery).data?.workspaces ?? [];
  const workspace = workspaces.find(({ id }) => id === lastWorkspace()) ?? workspaces[0];
  if (workspace != null) return <Navigate to={`/w/${workspace.id}`} replace />;
  return <FramedMessage title={t('noWorkspace.title')}>{t('noWorkspace.text')}</FramedMessage>;
};
