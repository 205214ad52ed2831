import { Button, PasswordInput, TextInput } from '@mantine/core';
import { loginSchema } from '@afferent/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ApiProblem } from '../../lib/api';
import { hasChosenLocale, setLocale } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useSchemaForm } from '../../lib/use-schema-form';
import { PageHeader } from '../../ui/page-header';
import { useFocusFirst } from '../../ui/use-focus-first';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { login } from './identity.queries';
import { useEnter } from './use-enter';

export const SignInPage = () => {
  const { t } = useTranslation(['identity', 'common']);
  const enter = useEnter();
  const words = useProblemWords();
  const first = useFocusFirst<HTMLFormElement>();
  const [search] = useSearchParams();
  const { form } = useSchemaForm(loginSchema, { email: '', password: '' }, (field) => t(`error.${field}`));
  const signIn = useMutation({
    mutationFn: login,
    onSuccess: async ({ user }) => {
      if (!hasChosenLocale()) await setLocale(user.locale);
      await enter();
    },
  });
  const wrongPair = signIn.error instanceof ApiProblem && signIn.error.status === 401;
  const problem = signIn.error == null ? null : words(signIn.error);

  return (
    <>
      <PageHeader title={t('signIn.title')} />
      <form ref={first} className={styles.form} noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        {problem == null ? null : <FormAlert>{wrongPair ? t('signIn.wrong') : <>{problem.title}. {problem.todo}</>}</FormAlert>}
        <TextInput label={t('field.email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput label={t('field.password')} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} {...form.getInputProps('password')} />
        <Button type="submit" fullWidth loading={signIn.isPending}>{t('signIn.submit')}</Button>
        <p className={styles.foot}>{t('signIn.noAccount')} <Link to={{ pathname: '/register', search: search.toString() }}>{t('signIn.register')}</Link></p>
      </form>
    </>
  );
};
