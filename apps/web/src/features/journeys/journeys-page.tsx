import type { JourneySummary } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { Chip } from '../../ui/chip';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { IconFileImport, IconPlus, IconRoute, IconTrash } from '../../ui/icons';
import { useAnnounce } from '../../ui/live-region';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { RowsSkeleton } from '../../ui/skeletons';
import { deleteJourney, journeysKey, journeysQuery } from './journeys.queries';
import { JourneyStrip } from './list/journey-strip';
import styles from './list/list.module.css';
import { NewJourney, type Door } from './list/new-journey';

/** Every map of the workspace, and the ways to begin another. */
export const JourneysPage = () => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const words = useProblemWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { id: workspaceId, role } = useWorkspace();
  const journeys = useInfiniteQuery(journeysQuery(workspaceId));
  const [door, setDoor] = useState<Door | null>(null);
  const [removed, setRemoved] = useState<JourneySummary | null>(null);
  const remove = useMutation({
    mutationFn: (journey: JourneySummary) => deleteJourney(workspaceId, journey.id),
    onSuccess: (_, journey) => {
      setRemoved((now) => (now === journey ? null : now));
      announce(t('list.removed', { name: journey.name }));
      void client.invalidateQueries({ queryKey: journeysKey(workspaceId) });
    },
  });
  const actor = { kind: 'user', role } as const;
  const rows = journeys.data?.pages.flatMap(({ items }) => items) ?? [];
  const none = <span className="muted">{t('table.none')}</span>;

  const columns: Column<JourneySummary>[] = [
    { key: 'name', width: '22%', header: t('list.name'), sortBy: ({ name }) => name, cell: ({ id, name }) => <Link className={styles.name} to={`/w/${workspaceId}/journeys/${id}`}>{name}</Link> },
    { key: 'strip', isLong: true, header: t('list.now'), cell: ({ id, touchpointCount }) => (touchpointCount === 0 ? none : <JourneyStrip journeyId={id} />) },
    { key: 'state', header: t('list.state'), sortBy: ({ state }) => state, cell: ({ state }) => <Chip>{t(`state.${state}`)}</Chip> },
    { key: 'persona', width: '26%', isLong: true, header: t('list.persona'), sortBy: ({ persona }) => persona, cell: ({ persona }) => persona ?? none },
    { key: 'owner', header: t('list.owner'), sortBy: ({ owner }) => owner, cell: ({ owner }) => owner ?? none },
    { key: 'stages', header: t('list.stages'), align: 'end', sortBy: ({ stages }) => stages.length, cell: ({ stages }) => format.number(stages.length) },
    { key: 'touchpoints', header: t('list.touchpoints'), align: 'end', sortBy: ({ touchpointCount }) => touchpointCount, cell: ({ touchpointCount }) => format.number(touchpointCount) },
    { key: 'updated', header: t('list.updated'), sortBy: ({ updatedAt }) => updatedAt, cell: ({ updatedAt }) => <span className={styles.date}>{format.date(updatedAt)}</span> },
    ...(can(actor, 'journey:delete') ? [{
      key: 'remove', header: '', srHeader: t('list.actions'), align: 'end' as const,
      cell: (journey: JourneySummary) => <ActionIcon color="gray" aria-label={t('list.remove', { name: journey.name })} onClick={() => setRemoved(journey)}><IconTrash size={15} aria-hidden /></ActionIcon>,
    }] : []),
  ];
  const doors = can(actor, 'journey:create') ? (
    <>
      <Button variant="default" leftSection={<IconFileImport size={15} aria-hidden />} onClick={() => setDoor('file')}>{t('list.import')}</Button>
      <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setDoor('blank')}>{t('list.create')}</Button>
    </>
  ) : undefined;

  return (
    <>
      <PageHeader title={t('list.title')} actions={rows.length > 0 ? doors : undefined} />
      {journeys.isPending ? <RowsSkeleton label={t('loading')} /> : null}
      {journeys.isError ? <ErrorState words={words(journeys.error)} onRetry={() => void journeys.refetch()} /> : null}
      {journeys.isSuccess && rows.length === 0 ? <EmptyState icon={IconRoute} title={t('list.empty')} action={doors}>{t(doors === undefined ? 'list.emptyViewer' : 'list.emptyText')}</EmptyState> : null}
      {rows.length === 0 ? null : (
        <Page>
          <DataTable caption={t('list.title')} columns={columns} rows={rows} rowKey={({ id }) => id} locale={format.locale} narrow="list" />
          {journeys.hasNextPage ? <Button variant="default" loading={journeys.isFetchingNextPage} onClick={() => void journeys.fetchNextPage()}>{t('list.more')}</Button> : null}
        </Page>
      )}
      <NewJourney door={door} onDoor={setDoor} onClose={() => setDoor(null)} />
      <ConfirmByName opened={removed !== null} onClose={() => { setRemoved(null); remove.reset(); }} onConfirm={() => { if (removed !== null) remove.mutate(removed); }} busy={remove.isPending}
        title={t('list.removeTitle')} name={removed?.name ?? ''} inputLabel={t('list.typeName', { name: removed?.name ?? '' })} confirmLabel={t('list.removeConfirm')} cancelLabel={t('list.cancel')}>
        {t('list.removeText')}
        {remove.isError ? <ErrorState compact words={words(remove.error)} /> : null}
      </ConfirmByName>
    </>
  );
};
