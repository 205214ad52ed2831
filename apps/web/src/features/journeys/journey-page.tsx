import type { Journey } from '@afferent/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { PageHeader } from '../../ui/page-header';
import { RowsSkeleton } from '../../ui/skeletons';
import { useMapSession } from './editing/use-map-session';
import { journeyQuery } from './journeys.queries';
import { MapScreen } from './map/map-screen';

const Opened = ({ journey }: { journey: Journey }) => {
  const { t } = useTranslation('journeys');
  const session = useMapSession(journey);
  return session === null ? <><PageHeader title={journey.name} /><RowsSkeleton rows={8} label={t('loading')} /></> : <MapScreen journey={journey} session={session} />;
};

/** One journey: its map. */
export const JourneyPage = () => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const { journeyId = '' } = useParams();
  const words = useProblemWords();
  const list = `/w/${workspaceId}/journeys`;
  const journey = useQuery(journeyQuery(workspaceId, journeyId));
  if (journey.data !== undefined) return <Opened key={journey.data.id} journey={journey.data} />;
  return (
    <>
      <PageHeader title={t('title')} crumb={{ label: t('list.title'), to: list }} />
      {journey.isError ? <ErrorState words={words(journey.error)} onRetry={() => void journey.refetch()} action={words(journey.error).isGone ? <Button component={Link} to={list} variant="default">{t('list.title')}</Button> : null} /> : <RowsSkeleton rows={8} label={t('loading')} />}
    </>
  );
};
