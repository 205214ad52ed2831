import type { WorkspaceFunction } from '@afferent/contracts';
import { ActionIcon, MultiSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { IconTrash } from '../../ui/icons';
import styles from './ownership.module.css';
import { ownershipMembersQuery, putFunctionMembers, renameFunction } from './ownership.queries';
import { useChange } from './use-change';

/** A function's name and people, changed in their places. */
export const FunctionLine = ({ item, onRemove }: { item: WorkspaceFunction; onRemove: () => void }) => {
  const { t } = useTranslation('ownership');
  const format = useFormat();
  const words = useProblemWords();
  const workspace = useWorkspace();
  const members = useQuery(ownershipMembersQuery(workspace.id));
  /** Null while nothing is typed: the name may be changed by others. */
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useChange((id, next: string) => renameFunction(id, item.id, next), item.id);
  const people = useChange((id, userIds: string[]) => putFunctionMembers(id, item.id, userIds), item.id);
  // The next person is chosen besides those who are still on their way.
  const userIds = people.isPending ? people.variables : item.userIds;
  const taken = rename.error instanceof ApiProblem && rename.error.status === 409;
  const other = [rename.error, people.error].find((error) => error != null && !(error instanceof ApiProblem && error.status === 409));
  const finish = () => {
    const next = typed?.trim() ?? '';
    if (next === '') setTyped(null);
    else if (next !== (rename.isPending ? rename.variables : item.name)) rename.mutate(next, { onSuccess: () => setTyped((now) => (now?.trim() === next ? null : now)) });
    else if (!rename.isPending) setTyped(null);
  };
  return (
    <li className={styles.functionLine}>
      <TextInput aria-label={t('functions.name')} value={typed ?? item.name} maxLength={200} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={finish} error={taken ? t('functions.taken') : null} />
      <MultiSelect
        classNames={{ inputField: styles.pillsField }} aria-label={t('functions.people', { name: item.name })} placeholder={userIds.length === 0 ? t('functions.noPeople') : ''} searchable value={userIds} onChange={(chosen) => people.mutate(chosen)}
        data={(members.data?.items ?? []).map((member) => ({ value: member.userId, label: format.person(member.name) }))}
      />
      <ActionIcon aria-label={t('functions.remove', { name: item.name })} onClick={onRemove}><IconTrash size={16} /></ActionIcon>
      {other == null ? null : <ErrorState compact words={words(other)} />}
    </li>
  );
};
