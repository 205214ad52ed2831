import type { Member } from '@afferent/contracts';
import { can, type Role } from '@afferent/domain';
import { ActionIcon, Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { useUser, useWorkspace } from '../../lib/session';
import { sessionKey } from '../../lib/query-client';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { DataTable, type Column } from '../../ui/data-table';
import { IconTrash } from '../../ui/icons';
import { membersQuery, removeMember, saveMember } from './identity.queries';
import { RoleSelect } from './role-select';
import { useSave } from './use-save';

/** Who is in the workspace; administrators change roles and remove. */
export const MembersTable = ({ members }: { members: readonly Member[] }) => {
  const { t } = useTranslation(['identity', 'common']);
  const format = useFormat();
  const { person } = format;
  const workspace = useWorkspace();
  const user = useUser();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const mayEdit = can({ kind: 'user', role: workspace.role }, 'member:edit');
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: membersQuery(workspace.id).queryKey }), client.invalidateQueries({ queryKey: sessionKey })]);
  const special = { last_admin: t('members.lastAdmin') };
  const save = useSave(({ userId, role }: { userId: string; role: Role }) => saveMember(workspace.id, userId, { role }), refresh, special);
  const remove = useSave((userId: string) => removeMember(workspace.id, userId), async (userId) => {
    setLeaving((now) => (now?.userId === userId ? null : now));
    await refresh();
  }, special);

  const leavingName = person(leaving?.name ?? '');
  const { mutate } = save;
  const columns = useMemo((): Column<Member>[] => [
    { key: 'name', header: t('field.name'), sortBy: (member) => person(member.name), cell: (member) => <>{person(member.name)}{member.userId === user.id ? <span className="muted"> · {t('members.you')}</span> : null}</> },
    { key: 'email', isLong: true, header: t('field.email'), sortBy: (member) => member.email, cell: (member) => <span className="muted">{member.email}</span> },
    {
      key: 'role', isLong: true, header: t('field.role'), width: '190px', sortBy: (member) => member.role,
      cell: (member) => (mayEdit
        ? <RoleSelect label={t('members.roleOf', { name: person(member.name) })} value={member.role} onChange={(role) => mutate({ userId: member.userId, role })} />
        : t(`role.${member.role}`)),
    },
    ...(mayEdit ? [{
      key: 'remove', header: '', srHeader: t('members.remove'), align: 'end' as const, width: '56px',
      cell: (member: Member) => (
        <Tooltip label={t('members.removeOne', { name: person(member.name) })}>
          <ActionIcon aria-label={t('members.removeOne', { name: person(member.name) })} onClick={() => setLeaving(member)}><IconTrash size={16} stroke={1.6} aria-hidden /></ActionIcon>
        </Tooltip>
      ),
    }] : []),
  ], [t, person, user.id, mayEdit, mutate]);

  return (
    <>
      <DataTable caption={t('settings.members')} columns={columns} rows={members} rowKey={(member) => member.userId} initialSort={{ key: 'name', descending: false }} locale={format.locale} narrow="list" />
      <ConfirmByName
        opened={leaving != null} onClose={() => setLeaving(null)} onConfirm={() => { if (leaving != null) remove.mutate(leaving.userId); }} busy={remove.isPending}
        title={t('members.remove')} name={leavingName} inputLabel={t('members.typeName', { name: leavingName })} confirmLabel={t('members.remove')} cancelLabel={t('common:cancel')}
      >
        {t('members.removeText', { name: leavingName })}
      </ConfirmByName>
    </>
  );
};
