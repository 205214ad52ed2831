import type { WorkspaceFunction } from '@afferent/contracts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { IconPlus } from '../../ui/icons';
import { useReturnFocus } from '../../ui/use-return-focus';
import { FunctionLine } from './function-line';
import styles from './ownership.module.css';
import { createFunction, offeredFunctionsQuery } from './ownership.queries';
import { RemoveFunction } from './remove-function';
import { useChange } from './use-change';

/** Functions of the workspace: choose offered ones, add, rename, remove, and say who belongs to them. */
export const FunctionsDialog = ({ functions, onClose }: { functions: readonly WorkspaceFunction[]; onClose: () => void }) => {
  const { t } = useTranslation(['ownership', 'common']);
  const words = useProblemWords();
  const workspace = useWorkspace();
  useReturnFocus();
  const offered = useQuery(offeredFunctionsQuery(workspace.id));
  const [name, setName] = useState('');
  const [removing, setRemoving] = useState<WorkspaceFunction | null>(null);
  const create = useChange((id, next: string) => createFunction(id, next));
  const taken = create.error instanceof ApiProblem && create.error.status === 409;
  const add = (next: string) => create.mutate(next, { onSuccess: () => setName((now) => (now.trim() === next ? '' : now)) });

  if (removing != null) return <RemoveFunction item={removing} onClose={() => setRemoving(null)} />;
  return (
    <Modal opened onClose={onClose} title={t('functions.title')} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p className={styles.note}>{t('functions.explained')}</p>
      <ul className={styles.functionLines}>{functions.map((item) => <FunctionLine key={item.id} item={item} onRemove={() => setRemoving(item)} />)}</ul>
      <form className={styles.addLine} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') add(name.trim()); }}>
        <TextInput label={t('functions.new')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} error={taken ? t('functions.taken') : null} data-autofocus />
        <Button type="submit" leftSection={<IconPlus size={15} />} loading={create.isPending}>{t('functions.add')}</Button>
      </form>
      {create.isError && !taken ? <ErrorState compact words={words(create.error)} /> : null}
      {(offered.data?.items.length ?? 0) === 0 ? null : (
        <fieldset className={styles.offered}>
          <legend>{t('functions.offered')}</legend>
          {offered.data?.items.map((item) => <Button key={item.name} size="compact-sm" variant="default" leftSection={<IconPlus size={13} />} disabled={create.isPending && create.variables === item.name} onClick={() => add(item.name)}>{item.name}</Button>)}
        </fieldset>
      )}
    </Modal>
  );
};
