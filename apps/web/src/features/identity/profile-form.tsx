import { localeSchema, mePatchSchema, type Locale } from '@afferent/contracts';
import { Button, SegmentedControl, Select, TextInput, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setLocale, useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { sessionKey } from '../../lib/query-client';
import { useUser } from '../../lib/session';
import { useSchemaForm } from '../../lib/use-schema-form';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { saveMe } from './identity.queries';
import { Section } from './section';

const themes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Name and language, kept with the account; the theme is kept in this browser. */
export const ProfileForm = () => {
  const { t } = useTranslation(['identity', 'common']);
  const user = useUser();
  const client = useQueryClient();
  const { locale } = useFormat();
  const words = useProblemWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { form, showProblem } = useSchemaForm<{ name: string; locale: Locale }>(mePatchSchema, { name: user.name, locale }, () => t('error.name'));
  const save = useMutation({
    mutationFn: (values: typeof form.values) => saveMe(values),
    onSuccess: async (_answer, values) => {
      await setLocale(values.locale);
      await client.invalidateQueries({ queryKey: sessionKey });
      notifications.show({ message: t('common:saved') });
    },
    onError: showProblem,
  });
  const problem = save.error == null || Object.keys(form.errors).length > 0 ? null : words(save.error);
  return (
    <Section title={t('account.profile')}>
      <form className={styles.fields} noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
        <TextInput label={t('field.email')} value={user.email} readOnly classNames={{ input: styles.fixed }} />
        <TextInput label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
        <Select label={t('account.language')} data={localeSchema.options.map((value) => ({ value, label: t(`language.${value}`) }))} {...form.getInputProps('locale')} />
        <div role="group" aria-label={t('account.theme')}>
          <div style={{ marginBottom: 4, fontWeight: 500 }} aria-hidden>{t('account.theme')}</div>
          <SegmentedControl fullWidth aria-label={t('account.theme')} data={themes.map((value) => ({ value, label: t(`common:theme.${value === 'dark' || value === 'light' ? value : 'auto'}`) }))} value={colorScheme} onChange={(value) => setColorScheme(themes.find((theme) => theme === value) ?? 'auto')} />
        </div>
        <div><Button type="submit" loading={save.isPending}>{t('common:save')}</Button></div>
      </form>
    </Section>
  );
};
