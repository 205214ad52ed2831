import type { P, RubricLevel } from '@afferent/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { ErrorState } from '../../../ui/error-state';
import { useAnnounce } from '../../../ui/live-region';
import { createScore } from '../catalogue.queries';
import styles from './inspector.module.css';
import { RubricField } from './rubric-field';
import { useRefresh } from './use-refresh';

const PS: readonly P[] = ['people', 'process', 'product'];
const NOTHING: Record<P, RubricLevel | null> = { people: null, process: null, product: null };

/** A person's score of a touchpoint, with what it rests on. */
export const ScoreForm = ({ touchpointId }: { touchpointId: string }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const announce = useAnnounce();
  const refresh = useRefresh();
  const words = useProblemWords();
  const [levels, setLevels] = useState(NOTHING);
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState('');
  const isEmpty = PS.every((p) => levels[p] === null);
  const save = useMutation({
    mutationFn: (sent: { levels: typeof NOTHING; note: string; evidence: string }) => createScore(workspaceId, touchpointId, { ...sent.levels, note: sent.note.trim() || null, evidence: sent.evidence.trim() || null }),
    // What was changed while the score was on its way stays.
    onSuccess: (_, sent) => {
      setLevels((now) => (now === sent.levels ? NOTHING : now));
      setNote((now) => (now === sent.note ? '' : now));
      setEvidence((now) => (now === sent.evidence ? '' : now));
      announce(t('threeP.savedSaid'));
      refresh(touchpointId);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) save.mutate({ levels, note, evidence });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('threeP.scoreIt')}>
      {PS.map((p) => <RubricField key={p} p={p} level={levels[p]} onChange={(level) => setLevels({ ...levels, [p]: level })} />)}
      <Textarea label={t('threeP.note')} description={t('threeP.noteHint')} value={note} maxLength={4000} autosize minRows={2} maxRows={8} onChange={(event) => setNote(event.currentTarget.value)} />
      <Textarea label={t('threeP.evidence')} description={t('threeP.evidenceHint')} value={evidence} maxLength={4000} autosize minRows={1} maxRows={8} onChange={(event) => setEvidence(event.currentTarget.value)} />
      {save.isError ? <ErrorState compact words={words(save.error)} /> : null}
      <div className={styles.actions}>
        <Button type="submit" disabled={isEmpty} loading={save.isPending}>{t('threeP.save')}</Button>
        {isEmpty ? <span className="muted">{t('threeP.atLeastOne')}</span> : null}
      </div>
    </form>
  );
};
