import type { Touchpoint } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Figure } from '../../ui/figure';
import { IconCircleDot, IconPlus, IconSearch, IconStarFilled } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { RowsSkeleton } from '../../ui/skeletons';
import { TouchpointDialog } from './touchpoint-dialog';
import styles from './touchpoints.module.css';
import { P_NAMES, touchpointsQuery } from './touchpoints.queries';

const useColumns = (open: ((touchpoint: Touchpoint) => void) | null): Column<Touchpoint>[] => {
  const { t } = useTranslation('touchpoints');
  const format = useFormat();
  const workspace = useWorkspace();
  const threeP = ({ name, threeP: { composite, ...rest } }: Touchpoint) => (composite == null ? <span className="muted">{t('notScored')}</span> : (
    <Figure size="small" label={`${name}, 3P`} value={format.number(composite, 1)} details={P_NAMES.map((p) => t('pDetail', { p: t(`p.${p}`), value: rest[p].value == null ? '–' : format.number(rest[p].value, 0), n: rest[p].n })).join(' · ')} />
  ));
  return [
    {
      key: 'name', header: t('name'), sortBy: ({ name }) => name,
      cell: (touchpoint) => (
        <span className={styles.name}>
          {open == null ? touchpoint.name : <button type="button" onClick={() => open(touchpoint)}>{touchpoint.name}</button>}
          {touchpoint.momentOfTruth ? <IconStarFilled size={12} role="img" aria-label={t('momentOfTruth')} /> : null}
        </span>
      ),
    },
    { key: 'channel', header: t('channel'), sortBy: ({ channel }) => channel, cell: ({ channel }) => channel ?? '—', isEmpty: ({ channel }) => channel == null },
    { key: 'owner', header: t('owner'), sortBy: ({ owner }) => owner?.functionName ?? null, cell: ({ owner }) => (owner == null ? <span className={styles.missing}>{t('noOwner')}</span> : [owner.functionName, owner.userName].filter(Boolean).join(', ')) },
    { key: 'threeP', header: '3P', align: 'end', sortBy: (touchpoint) => touchpoint.threeP.composite, cell: threeP },
    { key: 'weakest', header: t('weakest'), sortBy: (touchpoint) => touchpoint.threeP.weakest, cell: (touchpoint) => (touchpoint.threeP.weakest == null ? '—' : t(`p.${touchpoint.threeP.weakest}`)), isEmpty: (touchpoint) => touchpoint.threeP.weakest == null },
    { key: 'importance', header: t('importance'), align: 'end', sortBy: ({ importance }) => importance, cell: ({ importance }) => (importance == null ? '—' : format.number(importance, Number.isInteger(importance) ? 0 : 1)), isEmpty: ({ importance }) => importance == null },
    { key: 'contacts', header: t('contacts'), align: 'end', sortBy: ({ contactsPerMonth }) => contactsPerMonth, cell: ({ contactsPerMonth }) => (contactsPerMonth == null ? '—' : format.number(contactsPerMonth)), isEmpty: ({ contactsPerMonth }) => contactsPerMonth == null },
    {
      key: 'maps', header: t('maps'), align: 'end', sortBy: ({ journeyIds }) => journeyIds.length,
      cell: ({ id, journeyIds }) => (journeyIds[0] == null ? '0' : <Link to={`/w/${workspace.id}/journeys/${journeyIds[0]}?touchpoint=${id}`} aria-label={t('openMap', { count: journeyIds.length, n: journeyIds.length })}>{format.number(journeyIds.length)}</Link>),
    },
  ];
};

/** The catalogue: every touchpoint once, on however many maps it stands. */
export const TouchpointsPage = () => {
  const { t } = useTranslation(['touchpoints', 'common']);
  const format = useFormat();
  const words = useProblemWords();
  const workspace = useWorkspace();
  const actor = { kind: 'user', role: workspace.role } as const;
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [open, setOpen] = useState<Touchpoint | 'new' | null>(null);
  const list = useInfiniteQuery({ ...touchpointsQuery(workspace.id, search), placeholderData: keepPreviousData });
  const columns = useColumns(can(actor, 'touchpoint:edit') ? setOpen : null);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('title')} actions={can(actor, 'touchpoint:create') ? <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>{t('add')}</Button> : null} />
      <Page>
        {list.isSuccess && rows.length === 0 && typed === '' && search === '' ? null : <TextInput className={styles.search} aria-label={t('search')} placeholder={t('search')} leftSection={<IconSearch size={15} />} value={typed} maxLength={200} onChange={(event) => setTyped(event.currentTarget.value)} />}
        {list.isError ? <ErrorState words={words(list.error)} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <RowsSkeleton label={t('common:loading')} /> : null}
        {list.isSuccess && rows.length === 0 ? <EmptyState icon={IconCircleDot} title={t(search === '' ? 'empty.title' : 'empty.nothing')}>{search === '' ? t('empty.text') : null}</EmptyState> : null}
        {rows.length === 0 ? null : <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} locale={format.locale} narrow="list" />}
        {list.hasNextPage ? <Button variant="default" className={styles.more} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button> : null}
      </Page>
      {open == null ? null : <TouchpointDialog key={open === 'new' ? 'new' : open.id} touchpoint={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
};
