import { invitationCreateSchema, type InvitationCreated } from '@afferent/contracts';
import type { Role } from '@afferent/domain';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { useSchemaForm } from '../../lib/use-schema-form';
import { CopySecret } from './copy-secret';
import { FormAlert } from './form-alert';
import styles from './identity.module.css';
import { invitationsQuery, invite, withdrawInvitation } from './identity.queries';
import { RoleSelect } from './role-select';
import { Section } from './section';
import { useSave } from './use-save';

const Invited = ({ created }: { created: InvitationCreated }) => {
  const { t } = useTranslation(['identity', 'common']);
  if (created.link == null) return <p role="status">{t('invite.mailed', { email: created.email })}</p>;
  return (
    <div className={styles.form} role="status">
      <p>{t('invite.copyLink', { email: created.email })}</p>
      <CopySecret value={new URL(created.link, window.location.origin).href} label={t('invite.link')} />
    </div>
  );
};

const Waiting = () => {
  const { t } = useTranslation(['identity', 'common']);
  const format = useFormat();
  const { id } = useWorkspace();
  const client = useQueryClient();
  const waiting = useQuery(invitationsQuery(id)).data?.items ?? [];
  const withdraw = useSave((invitation: string) => withdrawInvitation(id, invitation), () => client.invalidateQueries({ queryKey: invitationsQuery(id).queryKey }));
  if (waiting.length === 0) return null;
  return (
    <Section title={t('invite.waiting')}>
      <ul className={styles.list}>
        {waiting.map(({ id: invitation, email, role, expiresAt }) => (
          <li key={invitation}>
            <div className={styles.grow}><b>{email}</b><span>{t(`role.${role}`)} · {t('invite.until', { date: format.instant(expiresAt) })}</span></div>
            <Button variant="default" loading={withdraw.isPending && withdraw.variables === invitation} aria-label={t('invite.withdrawOne', { email })} onClick={() => withdraw.mutate(invitation)}>{t('invite.withdraw')}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Inviting by e-mail, or by a link that the administrator hands over. */
export const Invitations = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const words = useProblemWords();
  const [role, setRole] = useState<Role>('contributor');
  const { form, showProblem } = useSchemaForm(invitationCreateSchema.pick({ email: true }), { email: '' }, () => t('error.email'));
  const send = useMutation({
    mutationFn: (email: string) => invite(id, { email, role }),
    onSuccess: async (_created, email) => {
      // The next address may be typed already.
      if (form.getValues().email === email) form.reset();
      await client.invalidateQueries({ queryKey: invitationsQuery(id).queryKey });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 409) form.setFieldError('email', t('invite.alreadyMember'));
      else showProblem(error);
    },
  });
  const problem = send.error == null || form.errors.email != null ? null : words(send.error);
  return (
    <>
      <Section title={t('invite.title')} text={t('invite.text')}>
        <form className={styles.form} noValidate onSubmit={form.onSubmit(({ email }) => send.mutate(email))}>
          {problem == null ? null : <FormAlert>{problem.title}. {problem.todo}</FormAlert>}
          <div className={styles.row}>
            <TextInput label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
            <RoleSelect withLabel label={t('field.role')} value={role} onChange={setRole} />
            <Button type="submit" className={styles.beside} loading={send.isPending}>{t('invite.submit')}</Button>
          </div>
        </form>
        {send.data == null ? null : <Invited created={send.data} />}
      </Section>
      <Waiting />
    </>
  );
};
