import type { JourneyTouchpoint } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { IconUsersGroup } from '../../../ui/icons';
import { RowsSkeleton } from '../../../ui/skeletons';
import { functionsQuery, influenceQuery, membersQuery } from '../catalogue.queries';
import { InfluenceForm } from './influence-form';
import { InfluenceSummary } from './influence-summary';

/** Who answers for the touchpoint and who influences it; read-only for those who may not decide it. */
export const OwnersTab = ({ touchpoint }: { touchpoint: JourneyTouchpoint }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId, role } = useWorkspace();
  const words = useProblemWords();
  const mayEdit = can({ kind: 'user', role }, 'influence:edit');
  const influence = useQuery(influenceQuery(workspaceId, touchpoint.id));
  const functions = useQuery(functionsQuery(workspaceId));
  const members = useQuery({ ...membersQuery(workspaceId), enabled: mayEdit });

  const failed = [influence, functions].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined) return <ErrorState compact words={words(failed.error)} onRetry={() => void failed.refetch()} />;
  if (influence.data === undefined || functions.data === undefined) return <RowsSkeleton rows={5} label={t('loading')} />;
  if (!mayEdit) return <InfluenceSummary touchpoint={touchpoint} />;
  if (functions.data.items.length === 0) {
    return (
      <EmptyState icon={IconUsersGroup} title={t('owners.noFunctions')} action={<Button component={Link} to={`/w/${workspaceId}/ownership`} variant="default">{t('owners.makeFunctions')}</Button>}>
        {t('owners.noFunctionsText')}
      </EmptyState>
    );
  }
  return <InfluenceForm key={touchpoint.id} touchpointId={touchpoint.id} influence={influence.data} functions={functions.data.items} members={members.data?.items ?? []} />;
};
