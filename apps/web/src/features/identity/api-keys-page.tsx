import type { ApiKey } from '@afferent/contracts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { Chip } from '../../ui/chip';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { DataTable, type Column } from '../../ui/data-table';
import { ErrorState } from '../../ui/error-state';
import { IconExternalLink } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { RowsSkeleton } from '../../ui/skeletons';
import { ApiKeyForm } from './api-key-form';
import { apiKeysQuery, revokeApiKey } from './identity.queries';
import { scopeWord } from './scope-word';
import { SettingsTabs } from './settings-tabs';
import { useSave } from './use-save';

const KeysTable = ({ keys }: { keys: readonly ApiKey[] }) => {
  const { t } = useTranslation(['identity', 'common']);
  const format = useFormat();
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const revoke = useSave((key: string) => revokeApiKey(id, key), async (key) => {
    setEnding((now) => (now?.id === key ? null : now));
    await client.invalidateQueries({ queryKey: apiKeysQuery(id).queryKey });
  });
  const columns = useMemo((): Column<ApiKey>[] => [
    { key: 'name', header: t('apiKeys.name'), sortBy: (key) => key.name, cell: (key) => key.name },
    { key: 'prefix', header: t('apiKeys.prefix'), cell: (key) => <code>{key.prefix}…</code> },
    { key: 'scopes', header: t('apiKeys.scopes'), cell: (key) => <span style={{ display: 'inline-flex', gap: 4 }}>{key.scopes.map((scope) => <Chip key={scope}>{t(`scope.${scopeWord[scope]}`)}</Chip>)}</span> },
    { key: 'author', header: t('apiKeys.author'), sortBy: (key) => format.person(key.createdBy.name), cell: (key) => format.person(key.createdBy.name) },
    { key: 'used', header: t('apiKeys.used'), sortBy: (key) => key.lastUsedAt, cell: (key) => (key.lastUsedAt == null ? t('apiKeys.never') : format.instant(key.lastUsedAt)) },
    { key: 'expires', header: t('apiKeys.expires'), sortBy: (key) => key.expiresAt, cell: (key) => (key.expiresAt == null ? t('apiKeys.noEnd') : format.instant(key.expiresAt)) },
    { key: 'revoke', header: '', srHeader: t('apiKeys.revoke'), align: 'end', cell: (key) => <Button variant="default" aria-label={t('apiKeys.revokeOne', { name: key.name })} onClick={() => setEnding(key)}>{t('apiKeys.revoke')}</Button> },
  ], [t, format]);
  return (
    <>
      <DataTable caption={t('settings.apiKeys')} columns={columns} rows={keys} rowKey={(key) => key.id} locale={format.locale} narrow="list" />
      <ConfirmByName
        opened={ending != null} onClose={() => setEnding(null)} onConfirm={() => { if (ending != null) revoke.mutate(ending.id); }} busy={revoke.isPending}
        title={t('apiKeys.revokeTitle')} name={ending?.name ?? ''} inputLabel={t('apiKeys.typeName', { name: ending?.name ?? '' })} confirmLabel={t('apiKeys.revoke')} cancelLabel={t('common:cancel')}
      >
        {t('apiKeys.revokeText')}
      </ConfirmByName>
    </>
  );
};

export const ApiKeysPage = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { id } = useWorkspace();
  const words = useProblemWords();
  const { locale } = useFormat();
  const keys = useQuery(apiKeysQuery(id));
  return (
    <>
      <PageHeader title={t('settings.title')} actions={<Button component="a" href={`/api-docs?locale=${locale}`} variant="default" leftSection={<IconExternalLink size={15} aria-hidden />}>{t('apiKeys.docs')}</Button>} />
      <SettingsTabs />
      <Page width="medium">
        <ApiKeyForm />
        {keys.isPending ? <RowsSkeleton rows={2} label={t('common:loading')} /> : null}
        {keys.isError ? <ErrorState words={words(keys.error)} onRetry={() => void keys.refetch()} /> : null}
        {keys.data == null || keys.data.items.length === 0 ? null : <KeysTable keys={keys.data.items} />}
      </Page>
    </>
  );
};
