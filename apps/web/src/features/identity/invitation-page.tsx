import { Button, PasswordInput, TextInput } from '@mantine/core';
import { invitationAcceptSchema, lineSchema, passwordSchema, type InvitationOffer } from '@afferent/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { ApiProblem } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { sessionQuery } from '../../lib/session';
import { useSchemaForm } from '../../lib/use-schema-form';
import { ErrorState } from '../../ui/error-state';
import { PageHeader } from '../../ui/page-header';
import { useFocusFirst } from '../../ui/use-focus-first';
import { RowsSkeleton } from '../../ui/skeletons';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { acceptInvitation, offerQuery, saveMe } from './identity.queries';
import { useEnter } from './use-enter';

const newcomerSchema = invitationAcceptSchema.pick({}).extend({ name: lineSchema(200), password: passwordSchema });

/** A new account speaks the language in which it was made. */
const useAccept = (token: string) => {
  const enter = useEnter();
  const client = useQueryClient();
  const { locale } = useFormat();
  return useMutation({
    mutationFn: async (account: { name?: string; password?: string }) => {
      await acceptInvitation({ token, ...account });
      if (account.password != null) await saveMe({ locale });
    },
    onSuccess: () => enter('/'),
    // Somebody registered with this address meanwhile: the offer now asks to sign in.
    onError: (error) => (error instanceof ApiProblem && error.code === 'account_exists' ? client.invalidateQueries({ queryKey: offerQuery(token).queryKey }) : undefined),
  });
};

const Newcomer = ({ token, offer }: { token: string; offer: InvitationOffer }) => {
  const { t } = useTranslation(['identity', 'common']);
  const words = useProblemWords();
  const first = useFocusFirst<HTMLFormElement>();
  const accept = useAccept(token);
  const { form, showProblem } = useSchemaForm(newcomerSchema, { name: '', password: '' }, (field, _code, server) => (field === 'password' ? t(server == null ? 'error.newPassword' : 'error.commonPassword') : t(`error.${field}`)));
  const problem = accept.error == null || Object.keys(form.errors).length > 0 ? null : words(accept.error);
  return (
    <form ref={first} className={styles.form} noValidate onSubmit={form.onSubmit((values) => accept.mutate(values, { onError: showProblem }))}>
      {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
      <TextInput label={t('field.email')} value={offer.email} readOnly autoComplete="username" />
      <TextInput label={t('field.name')} autoComplete="name" {...form.getInputProps('name')} />
      <PasswordInput label={t('field.password')} description={t('hint.password')} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} {...form.getInputProps('password')} />
      <Button type="submit" fullWidth loading={accept.isPending}>{t('invitation.join')}</Button>
    </form>
  );
};

const Known = ({ token, offer }: { token: string; offer: InvitationOffer }) => {
  const { t } = useTranslation(['identity', 'common']);
  const words = useProblemWords();
  const accept = useAccept(token);
  const here = useLocation().pathname;
  const user = useQuery(sessionQuery).data?.user;
  if (user == null) return <Button component={Link} to={`/sign-in?next=${encodeURIComponent(here)}`} fullWidth>{t('invitation.signInFirst')}</Button>;
  if (user.email !== offer.email) return <FormAlert>{t('invitation.otherAccount', { invited: offer.email, signedIn: user.email })}</FormAlert>;
  const problem = accept.error == null ? null : words(accept.error);
  return (
    <div className={styles.form}>
      {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
      <Button fullWidth loading={accept.isPending} onClick={() => accept.mutate({})}>{t('invitation.join')}</Button>
    </div>
  );
};

export const InvitationPage = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { token = '' } = useParams();
  const words = useProblemWords();
  const offer = useQuery(offerQuery(token));
  const isDead = offer.error instanceof ApiProblem && offer.error.status >= 400 && offer.error.status < 500;
  return (
    <>
      <PageHeader title={offer.data == null ? t('invitation.title') : t('invitation.to', { workspace: offer.data.workspaceName })} />
      {offer.isPending ? <RowsSkeleton rows={3} label={t('common:loading')} /> : null}
      {offer.isError && isDead ? <div className={styles.form}><p>{t('invitation.dead')}</p><Button component={Link} to="/" variant="default">{t('invitation.toStart')}</Button></div> : null}
      {offer.isError && !isDead ? <ErrorState compact words={words(offer.error)} onRetry={() => void offer.refetch()} /> : null}
      {offer.data == null ? null : (
        <div className={styles.form}>
          <p className="muted">{t('invitation.as', { role: t(`role.${offer.data.role}`), email: offer.data.email })}</p>
          {offer.data.hasAccount ? <Known token={token} offer={offer.data} /> : <Newcomer token={token} offer={offer.data} />}
        </div>
      )}
    </>
  );
};
