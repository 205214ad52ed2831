import type { JourneyDocument, Operation } from '@afferent/domain';
import { JOURNEY_LIMITS } from '@afferent/domain';
import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import listStyles from '../list/list.module.css';
import { useMap, useMapState } from './map-context';

const changes = (document: JourneyDocument, next: Pick<JourneyDocument, 'name' | 'persona' | 'owner' | 'state'>): Operation[] => [
  ...(next.name === document.name ? [] : [{ type: 'setProperty', target: 'journey', property: 'name', value: next.name } as const]),
  ...(next.state === document.state ? [] : [{ type: 'setProperty', target: 'journey', property: 'state', value: next.state } as const]),
  ...(next.persona === document.persona ? [] : [{ type: 'setProperty', target: 'journey', property: 'persona', value: next.persona } as const]),
  ...(next.owner === document.owner ? [] : [{ type: 'setProperty', target: 'journey', property: 'owner', value: next.owner } as const]),
];

const Form = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('journeys');
  const { commands } = useMap();
  const { document } = useMapState();
  const [name, setName] = useState(document.name);
  const [persona, setPersona] = useState(document.persona ?? '');
  const [owner, setOwner] = useState(document.owner ?? '');
  const [state, setState] = useState(document.state);
  const isNameless = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNameless) return;
    commands.perform((now) => changes(now, { name: name.trim(), persona: persona.trim() || null, owner: owner.trim() || null, state }));
    onDone();
  };
  return (
    <form className={listStyles.form} onSubmit={submit}>
      <TextInput label={t('new.name')} value={name} maxLength={JOURNEY_LIMITS.name} data-autofocus onChange={(event) => setName(event.currentTarget.value)} error={isNameless ? t('new.nameMissing') : null} />
      <TextInput label={t('new.persona')} description={t('new.personaHint')} value={persona} maxLength={JOURNEY_LIMITS.name} onChange={(event) => setPersona(event.currentTarget.value)} />
      <TextInput label={t('new.owner')} description={t('new.ownerHint')} value={owner} maxLength={JOURNEY_LIMITS.name} onChange={(event) => setOwner(event.currentTarget.value)} />
      <SegmentedControl value={state} onChange={(value) => setState(value === 'future' ? 'future' : 'current')} aria-label={t('new.state')} data={(['current', 'future'] as const).map((value) => ({ value, label: t(`state.${value}`) }))} />
      <Button type="submit" disabled={isNameless}>{t('settings.done')}</Button>
    </form>
  );
};

/** The journey's name, persona, owner and state; changed through the log like everything on the map. */
export const JourneySettingsDialog = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('journeys');
  return <Modal opened={opened} onClose={onClose} title={t('settings.title')} closeButtonProps={{ 'aria-label': t('new.close') }}><Form onDone={onClose} /></Modal>;
};
