import { passwordChangeSchema } from '@afferent/contracts';
import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../lib/problem-words';
import { useSchemaForm } from '../../lib/use-schema-form';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { changePassword, sessionsQuery } from './identity.queries';
import { Section } from './section';

/** A new password ends every other session of this person. */
export const PasswordForm = () => {
  const { t } = useTranslation(['identity', 'common']);
  const client = useQueryClient();
  const words = useProblemWords();
  const { form, showProblem } = useSchemaForm(passwordChangeSchema, { currentPassword: '', newPassword: '' }, (field, _code, server) => {
    if (field === 'currentPassword') return server == null ? t('error.password') : t('error.currentPassword');
    return server == null ? t('error.newPassword') : t('error.commonPassword');
  });
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      form.reset();
      notifications.show({ message: t('account.passwordChanged') });
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    onError: showProblem,
  });
  const problem = change.error == null || Object.keys(form.errors).length > 0 ? null : words(change.error);
  return (
    <Section title={t('account.password')} text={t('account.passwordText')}>
      <form className={styles.fields} noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
        {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
        <PasswordInput label={t('account.currentPassword')} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} {...form.getInputProps('currentPassword')} />
        <PasswordInput label={t('account.newPassword')} description={t('hint.password')} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} {...form.getInputProps('newPassword')} />
        <div><Button type="submit" variant="default" loading={change.isPending}>{t('account.changePassword')}</Button></div>
      </form>
    </Section>
  );
};
