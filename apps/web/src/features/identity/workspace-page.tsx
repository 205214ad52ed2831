import { localeSchema, workspacePatchSchema } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useProblemWords } from '../../lib/problem-words';
import { sessionKey } from '../../lib/query-client';
import { useWorkspace } from '../../lib/session';
import { useSchemaForm } from '../../lib/use-schema-form';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { saveWorkspace } from './identity.queries';
import { Section } from './section';
import { SettingsTabs } from './settings-tabs';

const WorkspaceForm = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { id, name, locale, timezone, role } = useWorkspace();
  const client = useQueryClient();
  const words = useProblemWords();
  const mayEdit = can({ kind: 'user', role }, 'workspace:edit');
  const zones = useMemo(() => [...new Set(['UTC', timezone, ...Intl.supportedValuesOf('timeZone')])], [timezone]);
  const { form, showProblem } = useSchemaForm(workspacePatchSchema, { name, locale, timezone }, (field) => (field === 'timezone' ? t('error.timezone') : t('error.workspaceName')));
  const save = useMutation({
    mutationFn: (values: typeof form.values) => saveWorkspace(id, values),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sessionKey });
      notifications.show({ message: t('common:saved') });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'timezone_in_use') form.setFieldError('timezone', t('error.timezoneInUse'));
      else showProblem(error);
    },
  });
  const problem = save.error == null || Object.keys(form.errors).length > 0 ? null : words(save.error);
  return (
    <Section title={t('settings.workspace')} text={mayEdit ? t('workspace.text') : t('workspace.onlyAdmin')}>
      <form className={styles.fields} noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
        <TextInput label={t('field.workspaceName')} readOnly={!mayEdit} {...form.getInputProps('name')} />
        <Select label={t('workspace.language')} description={t('workspace.languageHint')} readOnly={!mayEdit} data={localeSchema.options.map((value) => ({ value, label: t(`language.${value}`) }))} {...form.getInputProps('locale')} />
        <Select label={t('workspace.timezone')} description={t('workspace.timezoneHint')} readOnly={!mayEdit} searchable data={zones} limit={60} nothingFoundMessage={t('workspace.noZone')} {...form.getInputProps('timezone')} />
        {mayEdit ? <div><Button type="submit" loading={save.isPending}>{t('common:save')}</Button></div> : null}
      </form>
    </Section>
  );
};

export const WorkspacePage = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { id } = useWorkspace();
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <SettingsTabs />
      <Page width="text"><WorkspaceForm key={id} /></Page>
    </>
  );
};
