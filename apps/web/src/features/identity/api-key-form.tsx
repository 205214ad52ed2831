import { apiKeyCreateSchema } from '@afferent/contracts';
import { SCOPES, type Scope } from '@afferent/domain';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { useSchemaForm } from '../../lib/use-schema-form';
import { CopySecret } from './copy-secret';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { apiKeysQuery, createApiKey } from './identity.queries';
import { scopeWord } from './scope-word';
import { Section } from './section';

const lifetimes = ['30', '90', '365', 'none'] as const;
const endOf = (days: string) => (days === 'none' ? {} : { expiresAt: new Date(Date.now() + Number(days) * 86_400_000).toISOString() });

/** Makes a key and shows it the only time it can be shown. */
export const ApiKeyForm = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const words = useProblemWords();
  const { form, showProblem } = useSchemaForm<{ name: string; scopes: Scope[]; days: string }>(
    apiKeyCreateSchema.pick({ name: true, scopes: true }).strip(), { name: '', scopes: ['read'], days: '90' },
    (field) => (field === 'scopes' ? t('error.scopes') : t('error.keyName')),
  );
  const create = useMutation({
    mutationFn: ({ name, scopes, days }: typeof form.values) => createApiKey(id, { name, scopes, ...endOf(days) }),
    onSuccess: async (_created, { name }) => {
      // The next name may be typed already.
      if (form.getValues().name === name) form.reset();
      await client.invalidateQueries({ queryKey: apiKeysQuery(id).queryKey });
    },
    onError: showProblem,
  });
  const problem = create.error == null || Object.keys(form.errors).length > 0 ? null : words(create.error);
  return (
    <Section title={t('apiKeys.create')} text={t('apiKeys.text')}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => create.mutate(values))}>
        {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
        <div className={styles.row}>
          <TextInput label={t('apiKeys.name')} description={t('apiKeys.nameHint')} {...form.getInputProps('name')} />
          <Select label={t('apiKeys.lifetime')} data={lifetimes.map((days) => ({ value: days, label: t(`apiKeys.for.${days}`) }))} {...form.getInputProps('days')} />
        </div>
        <Checkbox.Group label={t('apiKeys.scopes')} {...form.getInputProps('scopes')}>
          <div className={styles.form} style={{ gap: 8, marginTop: 6 }}>
            {SCOPES.map((scope) => <Checkbox key={scope} value={scope} label={t(`scope.${scopeWord[scope]}`)} description={t(`scopeMay.${scopeWord[scope]}`)} />)}
          </div>
        </Checkbox.Group>
        <div><Button type="submit" loading={create.isPending}>{t('apiKeys.submit')}</Button></div>
      </form>
      {create.data == null ? null : (
        <div className={styles.form} role="status">
          <p><b>{t('apiKeys.once')}</b></p>
          <CopySecret value={create.data.key} label={t('apiKeys.key')} />
        </div>
      )}
    </Section>
  );
};
