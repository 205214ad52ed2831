import type { Influence, Member, WorkspaceFunction } from '@afferent/contracts';
import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { ErrorState } from '../../../ui/error-state';
import { useAnnounce } from '../../../ui/live-region';
import { putInfluence } from '../catalogue.queries';
import { FunctionRow } from './function-row';
import { bodyOf, draftOf, rebase, sharesOf, type InfluenceDraft } from './influence-draft';
import styles from './inspector.module.css';
import { SharesBar } from './shares-bar';
import { useRefresh } from './use-refresh';

interface InfluenceFormProps {
  touchpointId: string;
  influence: Influence;
  functions: readonly WorkspaceFunction[];
  members: readonly Member[];
}

/** One accountable owner, and how much every function influences the touchpoint. */
export const InfluenceForm = ({ touchpointId, influence, functions, members }: InfluenceFormProps) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const words = useProblemWords();
  const announce = useAnnounce();
  const refresh = useRefresh();
  const saved = useMemo(() => draftOf(influence, functions), [influence, functions]);
  const [draft, setDraft] = useState(saved);
  const [base, setBase] = useState(saved);
  const [seen, setSeen] = useState(saved);
  if (seen !== saved) {
    setSeen(saved);
    setBase(saved);
    setDraft(rebase(draft, base, saved));
  }
  const shares = sharesOf(draft, functions);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(base);
  const save = useMutation({
    mutationFn: (sent: InfluenceDraft) => putInfluence(workspaceId, touchpointId, bodyOf(sent)),
    onSuccess: (_, sent) => {
      setBase(sent);
      announce(t('owners.savedSaid'));
      refresh(touchpointId);
    },
  });
  // An owner who influences nothing would contradict the shares, so naming one gives their function a say.
  const setOwner = (functionId: string | null) => setDraft((now) => {
    const line = functionId === null ? undefined : now.functions[functionId];
    const functions_ = functionId !== null && line !== undefined && line.degree === 0 ? { ...now.functions, [functionId]: { ...line, degree: 3 } } : now.functions;
    return { ...now, functionId, userId: functionId === now.functionId ? now.userId : null, functions: functions_ };
  });
  const people = members.toSorted((a, b) => Number(b.functionIds.includes(draft.functionId ?? '')) - Number(a.functionIds.includes(draft.functionId ?? '')));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (shares.length > 0) save.mutate(draft);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <Select label={t('owners.accountable')} placeholder={t('owners.nobodyYet')} clearable searchable allowDeselect data={functions.map(({ id, name }) => ({ value: id, label: name }))} value={draft.functionId} onChange={setOwner} clearButtonProps={{ 'aria-label': t('owners.clear') }} nothingFoundMessage={t('owners.nothingFound')} />
      <Select label={t('owners.person')} placeholder={t('owners.personNone')} clearable searchable allowDeselect disabled={draft.functionId === null} data={people.map(({ userId, name }) => ({ value: userId, label: name }))} value={draft.userId} onChange={(userId) => setDraft((now) => ({ ...now, userId }))} clearButtonProps={{ 'aria-label': t('owners.clear') }} nothingFoundMessage={t('owners.nothingFound')} />
      <section>
        <h3>{t('owners.influence')}</h3>
        {shares.length > 0 ? <SharesBar shares={shares} /> : <p className={styles.caption}>{t('owners.needOne')}</p>}
        <p className={styles.caption}>{t('owners.scale')}</p>
        {functions.map((item) => {
          const value = draft.functions[item.id];
          return value === undefined ? null : <FunctionRow key={item.id} item={item} value={value} onChange={(next) => setDraft((now) => ({ ...now, functions: { ...now.functions, [item.id]: next } }))} />;
        })}
      </section>
      {save.isError ? <ErrorState compact words={words(save.error)} /> : null}
      <div className={styles.actions}>
        <Button type="submit" disabled={!isDirty || shares.length === 0} loading={save.isPending}>{t('owners.save')}</Button>
        {isDirty ? <Button variant="subtle" color="gray" onClick={() => setDraft(base)}>{t('details.revert')}</Button> : null}
      </div>
    </form>
  );
};
