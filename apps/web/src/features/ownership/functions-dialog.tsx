import type { WorkspaceFunction } from '@afferent/contracts';
import { ActionIcon, Button, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { IconPlus, IconTrash } from '../../ui/icons';
import { useReturnFocus } from '../../ui/use-return-focus';
import styles from './ownership.module.css';
import { createFunction, offeredFunctionsQuery, ownershipKey, ownershipMembersQuery, putFunctionMembers, removeFunction, renameFunction } from './ownership.queries';

/** Runs one change and reads everything of the page again. */
const useChange = <Input,>(change: (workspaceId: string, input: Input) => Promise<unknown>) => {
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(workspace.id, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ownershipKey(workspace.id) }),
  });
};

const FunctionLine = ({ item }: { item: WorkspaceFunction }) => {
  const { t } = useTranslation('ownership');
  const format = useFormat();
  const words = useProblemWords();
  const workspace = useWorkspace();
  const members = useQuery(ownershipMembersQuery(workspace.id));
  const [name, setName] = useState(item.name);
  const rename = useChange((id, next: string) => renameFunction(id, item.id, next));
  const people = useChange((id, userIds: string[]) => putFunctionMembers(id, item.id, userIds));
  const remove = useChange((id, functionId: string) => removeFunction(id, functionId));
  const taken = rename.error instanceof ApiProblem && rename.error.status === 409;
  const inUse = remove.error instanceof ApiProblem && remove.error.status === 409;
  const other = [rename.error, people.error, remove.error].find((error) => error != null && !(error instanceof ApiProblem && error.status === 409));
  const finish = () => {
    const next = name.trim();
    if (next === '') setName(item.name);
    else if (next !== item.name) rename.mutate(next);
  };
  return (
    <li className={styles.functionLine}>
      <TextInput aria-label={t('functions.name')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} onBlur={finish} error={taken ? t('functions.taken') : null} />
      <MultiSelect
        classNames={{ inputField: styles.pillsField }} aria-label={t('functions.people', { name: item.name })} placeholder={item.userIds.length === 0 ? t('functions.noPeople') : ''} searchable value={item.userIds} onChange={(userIds) => people.mutate(userIds)}
        data={(members.data?.items ?? []).map((member) => ({ value: member.userId, label: format.person(member.name) }))}
      />
      <ActionIcon aria-label={t('functions.remove', { name: item.name })} onClick={() => remove.mutate(item.id)} loading={remove.isPending}><IconTrash size={16} /></ActionIcon>
      {inUse ? <p className={styles.warn}>{t('functions.inUse')}</p> : null}
      {other == null ? null : <ErrorState compact words={words(other)} />}
    </li>
  );
};

/** Functions of the workspace: choose offered ones, add, rename, remove, and say who belongs to them. */
export const FunctionsDialog = ({ functions, onClose }: { functions: readonly WorkspaceFunction[]; onClose: () => void }) => {
  const { t } = useTranslation(['ownership', 'common']);
  const words = useProblemWords();
  const workspace = useWorkspace();
  useReturnFocus();
  const offered = useQuery(offeredFunctionsQuery(workspace.id));
  const [name, setName] = useState('');
  const create = useChange((id, next: string) => createFunction(id, next));
  const taken = create.error instanceof ApiProblem && create.error.status === 409;
  const add = (next: string) => create.mutate(next, { onSuccess: () => setName('') });

  return (
    <Modal opened onClose={onClose} title={t('functions.title')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p className={styles.note}>{t('functions.explained')}</p>
      <ul className={styles.functionLines}>{functions.map((item) => <FunctionLine key={item.id} item={item} />)}</ul>
      <form className={styles.addLine} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') add(name.trim()); }}>
        <TextInput label={t('functions.new')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} error={taken ? t('functions.taken') : null} data-autofocus />
        <Button type="submit" leftSection={<IconPlus size={15} />} loading={create.isPending}>{t('functions.add')}</Button>
      </form>
      {create.isError && !taken ? <ErrorState compact words={words(create.error)} /> : null}
      {(offered.data?.items.length ?? 0) === 0 ? null : (
        <fieldset className={styles.offered}>
          <legend>{t('functions.offered')}</legend>
          {offered.data?.items.map((item) => <Button key={item.name} size="compact-sm" variant="default" leftSection={<IconPlus size={13} />} onClick={() => add(item.name)}>{item.name}</Button>)}
        </fieldset>
      )}
    </Modal>
  );
};
