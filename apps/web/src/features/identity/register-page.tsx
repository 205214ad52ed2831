import { Button, PasswordInput, TextInput } from '@mantine/core';
import { registerSchema } from '@afferent/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ApiProblem } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useSchemaForm } from '../../lib/use-schema-form';
import { PageHeader } from '../../ui/page-header';
import { useFocusFirst } from '../../ui/use-focus-first';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { register } from './identity.queries';
import { useEnter } from './use-enter';

export const RegisterPage = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { locale } = useFormat();
  const enter = useEnter();
  const words = useProblemWords();
  const first = useFocusFirst<HTMLFormElement>();
  const [search] = useSearchParams();
  const { form, showProblem } = useSchemaForm(registerSchema, { name: '', email: '', password: '', workspaceName: '' }, (field, _code, server) => (field === 'password' ? t(server == null ? 'error.newPassword' : 'error.commonPassword') : t(`error.${field}`)));
  const signUp = useMutation({
    mutationFn: (values: typeof form.values) => register({ ...values, locale, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    onSuccess: ({ workspace }) => enter(`/w/${workspace.id}`),
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'email_taken') form.setFieldError('email', t('error.emailTaken'));
      else showProblem(error);
    },
  });
  const placed = Object.keys(form.errors).length > 0;
  const problem = signUp.error == null || placed ? null : words(signUp.error);

  return (
    <>
      <PageHeader title={t('register.title')} />
      <form ref={first} className={styles.form} noValidate onSubmit={form.onSubmit((values) => signUp.mutate(values))}>
        {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
        <TextInput label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label={t('field.email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput label={t('field.password')} description={t('hint.password')} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} {...form.getInputProps('password')} />
        <TextInput label={t('field.workspaceName')} description={t('hint.workspaceName')} autoComplete="organization" {...form.getInputProps('workspaceName')} />
        <Button type="submit" fullWidth loading={signUp.isPending}>{t('register.submit')}</Button>
        <p className={styles.foot}>{t('register.haveAccount')} <Link to={{ pathname: '/sign-in', search: search.toString() }}>{t('register.signIn')}</Link></p>
      </form>
    </>
  );
};
