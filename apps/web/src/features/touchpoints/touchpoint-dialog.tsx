import { suggestedChannels, touchpointSchema, type P, type Touchpoint, type TouchpointPatch } from '@afferent/contracts';
import { Autocomplete, Button, Checkbox, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { ErrorState } from '../../ui/error-state';
import { useReturnFocus } from '../../ui/use-return-focus';
import styles from './touchpoints.module.css';
import { createTouchpoint, P_NAMES, patchTouchpoint, removeTouchpoint, touchpointsKey } from './touchpoints.queries';

interface Draft { name: string; channel: string; leadingP: P | null; importance: number | ''; contactsPerMonth: number | ''; csi: number | ''; nps: number | ''; momentOfTruth: boolean }

const draftOf = (point: Touchpoint | null): Draft => ({
  name: point?.name ?? '', channel: point?.channel ?? '', leadingP: point?.leadingP ?? null, importance: point?.importance ?? '', contactsPerMonth: point?.contactsPerMonth ?? '',
  csi: point?.targets.csi ?? '', nps: point?.targets.nps ?? '', momentOfTruth: point?.momentOfTruth ?? false,
});
const orNull = (value: number | '') => (value === '' ? null : value);
const numberOf = (value: string | number): number | '' => (value === '' || !Number.isFinite(Number(value)) ? '' : Number(value));

/** Targets of other measures than the two asked here stay as they are. */
const bodyOf = (draft: Draft, point: Touchpoint | null): TouchpointPatch => {
  const { csi: _csi, nps: _nps, ...others } = point?.targets ?? {};
  return {
    name: draft.name.trim(), channel: draft.channel.trim() === '' ? null : draft.channel.trim(), leadingP: draft.leadingP, importance: orNull(draft.importance), contactsPerMonth: orNull(draft.contactsPerMonth),
    targets: { ...others, ...(draft.csi === '' ? {} : { csi: draft.csi }), ...(draft.nps === '' ? {} : { nps: draft.nps }) }, momentOfTruth: draft.momentOfTruth,
  };
};

/** A touchpoint's facts; somebody else's change in between is shown, and what was typed here stays. */
export const TouchpointDialog = ({ touchpoint, onClose }: { touchpoint: Touchpoint | null; onClose: () => void }) => {
  const { t } = useTranslation(['touchpoints', 'common']);
  const words = useProblemWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  useReturnFocus();
  const [base, setBase] = useState(touchpoint);
  const [isRemoving, setIsRemoving] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(touchpoint));
  const refresh = () => client.invalidateQueries({ queryKey: touchpointsKey(workspace.id) });
  // Given with each call, because then it is not called any more once this dialog is closed: another one may be open by then.
  const andClose = { onSuccess: onClose };
  const save = useMutation({
    mutationFn: () => (base == null ? createTouchpoint(workspace.id, bodyOf(draft, null)) : patchTouchpoint(workspace.id, base, bodyOf(draft, base))),
    onSuccess: refresh,
    onError: (error) => {
      const current = error instanceof ApiProblem && error.status === 412 ? touchpointSchema.safeParse(error.current) : null;
      if (current?.success) setBase(current.data);
    },
  });
  const remove = useMutation({ mutationFn: () => removeTouchpoint(workspace.id, touchpoint?.id ?? ''), onSuccess: refresh });
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const status = save.error instanceof ApiProblem ? save.error.status : null;
  const { locale } = useFormat();
  const numerals = locale === 'ru' ? { decimalSeparator: ',', thousandSeparator: '\u00a0' } : { thousandSeparator: ',' };
  const inUse = remove.error instanceof ApiProblem && remove.error.status === 409;

  if (isRemoving && touchpoint != null) return (
    <ConfirmByName
      opened onClose={() => { setIsRemoving(false); remove.reset(); }} onConfirm={() => remove.mutate(undefined, andClose)} busy={remove.isPending} title={t('remove.title')} name={touchpoint.name}
      inputLabel={t('remove.typeName', { name: touchpoint.name })} confirmLabel={t('common:delete')} cancelLabel={t('common:cancel')}
    >
      {t('remove.text')}
      {inUse ? <p role="alert" className={styles.missing}>{t('inUse')}</p> : null}
      {remove.isError && !inUse ? <ErrorState compact words={words(remove.error)} /> : null}
    </ConfirmByName>
  );
  return (
    <Modal opened onClose={onClose} title={touchpoint?.name ?? t('new')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); if (draft.name.trim() !== '') save.mutate(undefined, andClose); }}>
        <TextInput label={t('name')} value={draft.name} maxLength={200} required data-autofocus onChange={(event) => set({ name: event.currentTarget.value })} error={status === 409 ? t('taken') : null} />
        <Autocomplete label={t('channel')} value={draft.channel} maxLength={200} onChange={(channel) => set({ channel })} data={suggestedChannels.map((key) => t(`channels.${key}`))} />
        <Select label={t('leadingP')} description={t('leadingPHelp')} clearable allowDeselect value={draft.leadingP} onChange={(value) => set({ leadingP: P_NAMES.find((p) => p === value) ?? null })} data={P_NAMES.map((p) => ({ value: p, label: t(`p.${p}`) }))} />
        <div className={styles.pair}>
          <NumberInput {...numerals} label={t('importance')} description={t('importanceHelp')} min={0} max={10} value={draft.importance} onChange={(value) => set({ importance: numberOf(value) })} />
          <NumberInput {...numerals} label={t('contacts')} description={t('contactsHelp')} min={0} value={draft.contactsPerMonth} onChange={(value) => set({ contactsPerMonth: numberOf(value) })} />
          <NumberInput {...numerals} label={t('targetCsi')} min={0} max={100} value={draft.csi} onChange={(value) => set({ csi: numberOf(value) })} />
          <NumberInput {...numerals} label={t('targetNps')} min={-100} max={100} value={draft.nps} onChange={(value) => set({ nps: numberOf(value) })} />
        </div>
        <Checkbox label={t('momentOfTruth')} description={t('momentOfTruthHelp')} checked={draft.momentOfTruth} onChange={(event) => set({ momentOfTruth: event.currentTarget.checked })} />
        {status === 412 ? <p role="alert" className={styles.missing}>{t('changed', { name: base?.name ?? '' })}</p> : null}
        {save.isError && status !== 412 && status !== 409 ? <ErrorState compact words={words(save.error)} /> : null}
        <div className={styles.actions}>
          {touchpoint == null ? null : <Button variant="subtle" color="red" onClick={() => setIsRemoving(true)}>{t('common:delete')}</Button>}
          <span />
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t(status === 412 ? 'saveAnyway' : 'common:save')}</Button>
        </div>
      </form>
    </Modal>
  );
};
