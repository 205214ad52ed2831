import { can } from '@afferent/domain';
import { Button, Select, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddressParams } from '../../lib/address-params';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useUser, useWorkspace } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { IconUsersGroup } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { RowsSkeleton } from '../../ui/skeletons';
import { FunctionsDialog } from './functions-dialog';
import { OwnershipList } from './ownership-list';
import { functionsOf, isMine, OWNERSHIP_METRICS, rowsOf } from './ownership-rows';
import { OwnershipTable } from './ownership-table';
import styles from './ownership.module.css';
import { figuresQuery, functionsQuery, ownershipJourneyQuery, ownershipJourneysQuery, ownershipQuery } from './ownership.queries';
import { PotentialTile } from './potential-tile';

const SCOPES = ['all', 'mine', 'nobody'] as const;
type Scope = (typeof SCOPES)[number];
const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null => values.find((item) => item === value) ?? null;

/** Touchpoints × functions: who answers, who influences how much, and what each function could win. */
export const OwnershipPage = () => {
  const { t } = useTranslation(['ownership', 'common']);
  const format = useFormat();
  const words = useProblemWords();
  const workspace = useWorkspace();
  const user = useUser();
  const [params, setParams] = useAddressParams();
  const [managing, setManaging] = useState(false);
  const metric = oneOf(OWNERSHIP_METRICS, params.get('metric')) ?? 'csi';
  const scope: Scope = oneOf(SCOPES, params.get('show')) ?? 'all';

  const journeys = useQuery(ownershipJourneysQuery(workspace.id));
  const journeyId = params.get('journey') ?? journeys.data?.items[0]?.id ?? null;
  const journey = useQuery(ownershipJourneyQuery(workspace.id, journeyId));
  const report = useQuery(ownershipQuery(workspace.id, journeyId, metric));
  const figures = useQuery(figuresQuery(workspace.id, journeyId, report.data));
  const functions = useQuery(functionsQuery(workspace.id));
  const actor = { kind: 'user', role: workspace.role } as const;
  const mayEdit = can(actor, 'influence:edit');

  const set = (key: string, value: string) => setParams((now) => {
    const next = new URLSearchParams(now);
    next.set(key, value);
    return next;
  }, { replace: true });

  const failed = [journeys, journey, report, functions].find((query) => query.isError);
  const all = journey.data == null || report.data == null ? null : rowsOf(journey.data, report.data, figures.data ?? null);
  const mine = functions.data == null ? new Set<string>() : functionsOf(functions.data, user.id);
  const rows = (all ?? []).filter((row) => scope === 'all' || (scope === 'mine' ? isMine(row, user.id, mine) : row.owner == null));
  const loading = failed == null && (journeys.isPending || (journeyId != null && (all == null || functions.data == null)));
  const ownersOf = (touchpointId: string) => `/w/${workspace.id}/journeys/${journeyId ?? ''}?touchpoint=${touchpointId}&tab=owners`;

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={can(actor, 'function:edit') ? <Button variant="default" onClick={() => setManaging(true)}>{t('functions.manage')}</Button> : null}
      >
        {journey.data?.name}
      </PageHeader>
      <Page>
        {failed != null ? <ErrorState words={words(failed.error)} onRetry={() => void failed.refetch()} /> : null}
        {loading ? <RowsSkeleton label={t('common:loading')} /> : null}
        {journeys.isSuccess && journeyId == null ? (
          <EmptyState icon={IconUsersGroup} title={t('empty.title')} action={<Button component={Link} to={`/w/${workspace.id}/journeys`}>{t('empty.journeys')}</Button>}>{t('empty.text')}</EmptyState>
        ) : null}
        {all != null && functions.data != null && report.data != null && failed == null ? (
          <>
            <div className={styles.toolbar}>
              {(journeys.data?.items.length ?? 0) > 1 ? (
                <Select aria-label={t('journey')} className={styles.journey} value={journeyId} onChange={(value) => value != null && set('journey', value)} data={(journeys.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
              ) : null}
              <Select aria-label={t('metric')} className={styles.metric} value={metric} onChange={(value) => value != null && set('metric', value)} data={OWNERSHIP_METRICS.map((value) => ({ value, label: t(`metrics.${value}`) }))} />
              <SegmentedControl aria-label={t('show.label')} value={scope} onChange={(value) => set('show', value)} data={SCOPES.map((value) => ({ value, label: t(`show.${value}`) }))} />
              <span className={styles.note}>
                {report.data.from != null && report.data.to != null ? `${format.period(report.data.from, report.data.to)} · ` : ''}{t(`weights.${report.data.weights}`)}
              </span>
            </div>
            {functions.data.items.length === 0 ? (
              <EmptyState icon={IconUsersGroup} title={t('functions.none')} action={mayEdit ? <Button onClick={() => setManaging(true)}>{t('functions.choose')}</Button> : null}>{t('functions.noneText')}</EmptyState>
            ) : (
              <>
                {rows.length === 0 ? <EmptyState title={t(`nothing.${scope}`)}>{scope === 'mine' ? t('nothing.mineText') : null}</EmptyState> : (
                  <>
                    <OwnershipTable rows={rows} functions={functions.data.items} metric={metric} mine={mine} linkOf={ownersOf} />
                    <OwnershipList rows={rows} functions={functions.data.items} metric={metric} linkOf={ownersOf} />
                  </>
                )}
                <PotentialTile report={report.data} mine={mine} />
              </>
            )}
          </>
        ) : null}
      </Page>
      {managing && functions.data != null ? <FunctionsDialog functions={functions.data.items} onClose={() => setManaging(false)} /> : null}
    </>
  );
};
