import type { InfluencePut, P, WorkspaceFunction } from '@afferent/contracts';
import { Button, Checkbox, Modal, SegmentedControl, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { RowsSkeleton } from '../../ui/skeletons';
import type { OwnershipRow } from './ownership-rows';
import styles from './ownership.module.css';
import { influenceQuery, ownershipKey, ownershipMembersQuery, putInfluence } from './ownership.queries';

const PS: readonly P[] = ['people', 'process', 'product'];
const EFFECTS = ['helps', 'hinders', 'mixed'] as const;
type Line = InfluencePut['functions'][number];

interface FormProps { row: OwnershipRow; functions: readonly WorkspaceFunction[]; initial: InfluencePut; onClose: () => void }

const InfluenceForm = ({ row, functions, initial, onClose }: FormProps) => {
  const { t } = useTranslation(['ownership', 'common']);
  const words = useProblemWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const members = useQuery(ownershipMembersQuery(workspace.id));
  const [owner, setOwner] = useState(initial.owner);
  const [lines, setLines] = useState<ReadonlyMap<string, Line>>(() => new Map(initial.functions.map((line) => [line.functionId, line])));
  const save = useMutation({
    mutationFn: () => putInfluence(workspace.id, row.id, { owner, functions: [...lines.values()].filter((line) => line.degree > 0) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ownershipKey(workspace.id) });
      onClose();
    },
  });
  const change = (functionId: string, part: Partial<Line>) => setLines((now) => new Map(now).set(functionId, { degree: 0, ...now.get(functionId), functionId, ...part }));
  const nobody = [...lines.values()].every((line) => line.degree === 0);

  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <div className={styles.ownerFields}>
        <Select
          label={t('owner')} clearable placeholder={t('noOwner')} value={owner?.functionId ?? null} allowDeselect
          onChange={(functionId) => setOwner(functionId == null ? null : { functionId, userId: null })}
          data={functions.map((item) => ({ value: item.id, label: item.name }))}
        />
        <Select
          label={t('person')} clearable placeholder={t('noPerson')} disabled={owner == null} value={owner?.userId ?? null} allowDeselect
          onChange={(userId) => owner != null && setOwner({ ...owner, userId })}
          data={(members.data?.items ?? []).map((member) => ({ value: member.userId, label: member.name }))}
        />
      </div>
      <p className={styles.note}>{t('degreeHelp')}</p>
      <ul className={styles.lines}>
        {functions.map((item) => {
          const line = lines.get(item.id);
          const degree = line?.degree ?? 0;
          return (
            <li key={item.id}>
              <span className={styles.lineName} id={`function-${item.id}`}>{item.name}</span>
              <SegmentedControl
                aria-labelledby={`function-${item.id}`} value={String(degree)} onChange={(value) => change(item.id, { degree: Number(value) })}
                data={[0, 1, 2, 3].map((value) => ({ value: String(value), label: String(value) }))}
              />
              {degree === 0 ? null : (
                <div className={styles.lineDetails}>
                  <Checkbox.Group value={line?.through ?? []} onChange={(through) => change(item.id, { through: PS.filter((p) => through.includes(p)) })} aria-label={t('through')}>
                    <div className={styles.ps}>{PS.map((p) => <Checkbox key={p} size="xs" value={p} label={t(`p.${p}`)} />)}</div>
                  </Checkbox.Group>
                  <Select
                    aria-label={t('effect.label')} size="xs" clearable allowDeselect placeholder={t('effect.label')} value={line?.effect ?? null}
                    onChange={(effect) => change(item.id, { effect: EFFECTS.find((value) => value === effect) ?? null })}
                    data={EFFECTS.map((value) => ({ value, label: t(`effect.${value}`) }))}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {save.isError ? <ErrorState compact words={words(save.error)} /> : null}
      {nobody ? <p className={styles.warn}>{t('needsOne')}</p> : null}
      <div className={styles.formActions}>
        <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" loading={save.isPending} disabled={nobody}>{t('common:save')}</Button>
      </div>
    </form>
  );
};

/** Who answers for a touchpoint and who influences it, by how much, through what. */
export const InfluenceDialog = ({ row, functions, onClose }: Omit<FormProps, 'initial'>) => {
  const { t } = useTranslation(['ownership', 'common']);
  const words = useProblemWords();
  const workspace = useWorkspace();
  const influence = useQuery({ ...influenceQuery(workspace.id, row.id), staleTime: 0 });
  return (
    <Modal opened onClose={onClose} title={row.name} size="lg" closeButtonProps={{ 'aria-label': t('common:close') }}>
      {influence.isError ? <ErrorState compact words={words(influence.error)} onRetry={() => void influence.refetch()} /> : null}
      {influence.isPending ? <RowsSkeleton label={t('common:loading')} rows={4} /> : null}
      {influence.data == null || influence.isFetching ? null : (
        <InfluenceForm row={row} functions={functions} initial={{ owner: influence.data.owner, functions: influence.data.functions.map(({ share: _share, ...line }) => line) }} onClose={onClose} />
      )}
    </Modal>
  );
};
