import { suggestedChannels, touchpointSchema, type HeatmapMetric, type Touchpoint } from '@afferent/contracts';
import { Autocomplete, Button, NumberInput, Select, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../lib/api';
import { useFormat } from '../../../lib/i18n';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { ErrorState } from '../../../ui/error-state';
import { useAnnounce } from '../../../ui/live-region';
import { patchTouchpoint } from '../catalogue.queries';
import { Conflict } from './conflict';
import { changedBetween, draftOf, patchOf, rebase, type DetailsDraft } from './details-draft';
import styles from './inspector.module.css';
import { useRefresh } from './use-refresh';

const newerOf = (error: Error | null): Touchpoint | null => {
  const parsed = error instanceof ApiProblem && error.status === 412 ? touchpointSchema.safeParse(error.current) : null;
  return parsed?.success ? parsed.data : null;
};
const orEmpty = (value: string | number): number | '' => (typeof value === 'number' ? value : '');

/** A touchpoint's own properties. When somebody else was faster, their change is shown and what was typed here stays. */
export const DetailsForm = ({ touchpoint, metric }: { touchpoint: Touchpoint; metric: HeatmapMetric }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const { locale } = useFormat();
  const words = useProblemWords();
  const announce = useAnnounce();
  const refresh = useRefresh();
  const [known, setKnown] = useState(touchpoint);
  const base = draftOf(known, metric);
  const [draft, setDraft] = useState(base);
  const set = (patch: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...patch }));
  const isDirty = Object.keys(patchOf(draft, base, known.targets, metric)).length > 0;
  const save = useMutation({
    mutationFn: (sent: DetailsDraft) => patchTouchpoint(workspaceId, known.id, known.version, patchOf(sent, base, known.targets, metric)),
    onSuccess: (saved, sent) => {
      setKnown(saved);
      setDraft((now) => rebase(now, sent, draftOf(saved, metric)));
      announce(t('details.savedSaid'));
      refresh(known.id);
    },
  });
  const newer = newerOf(save.error);
  const settle = (next: Touchpoint, keepMine: boolean) => {
    const current = draftOf(next, metric);
    setDraft(keepMine ? rebase(draft, base, current) : current);
    setKnown(next);
    save.reset();
    refresh(known.id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDirty) save.mutate(draft);
  };
  const separators = locale === 'ru' ? { decimalSeparator: ',', thousandSeparator: '\u00a0' } : { decimalSeparator: '.', thousandSeparator: ',' };
  const low = metric === 'nps' || metric === 'emotion' ? -100 : 0;

  return (
    <form className={styles.form} onSubmit={submit}>
      <NumberInput {...separators} label={t('details.target', { metric: t(`metric.${metric}.name`) })} description={t('details.targetHint', { low, high: 100 })} min={low} max={100} decimalScale={1} value={draft.target} onChange={(value) => set({ target: orEmpty(value) })} />
      <NumberInput {...separators} label={t('details.importance')} description={t('details.importanceHint')} min={0} max={10} decimalScale={1} value={draft.importance} onChange={(value) => set({ importance: orEmpty(value) })} />
      <NumberInput {...separators} label={t('details.contacts')} description={t('details.contactsHint')} min={0} max={1e12} decimalScale={0} value={draft.contactsPerMonth} onChange={(value) => set({ contactsPerMonth: orEmpty(value) })} />
      <Autocomplete label={t('details.channel')} data={suggestedChannels.map((channel) => t(`channel.${channel}`))} value={draft.channel} maxLength={200} onChange={(channel) => set({ channel })} />
      <Select label={t('details.leadingP')} description={t('details.leadingPHint')} value={draft.leadingP} onChange={(value) => set({ leadingP: value === 'people' || value === 'process' || value === 'product' ? value : '' })}
        data={[{ value: '', label: t('details.leadingPNone') }, ...(['people', 'process', 'product'] as const).map((p) => ({ value: p, label: t(`p.${p}`) }))]} />
      <Switch label={t('details.momentOfTruth')} description={t('details.momentOfTruthHint')} checked={draft.momentOfTruth} onChange={(event) => set({ momentOfTruth: event.currentTarget.checked })} />
      {newer !== null ? (
        <Conflict mine={draft} current={draftOf(newer, metric)} changed={changedBetween(base, draftOf(newer, metric))} onKeepMine={() => settle(newer, true)} onTakeTheirs={() => settle(newer, false)} />
      ) : save.isError ? <ErrorState compact words={words(save.error)} /> : null}
      <div className={styles.actions}>
        <Button type="submit" disabled={!isDirty || newer !== null} loading={save.isPending}>{t('details.save')}</Button>
        {isDirty && newer === null ? <Button variant="subtle" color="gray" onClick={() => setDraft(base)}>{t('details.revert')}</Button> : null}
      </div>
    </form>
  );
};
