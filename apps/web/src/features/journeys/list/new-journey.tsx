import type { JourneyCreate } from '@afferent/contracts';
import { Button, FileButton, Modal, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { useGoOn } from '../../../lib/use-go-on';
import { ErrorState } from '../../../ui/error-state';
import { IconFileImport } from '../../../ui/icons';
import { createJourney, journeyKey, journeysKey } from '../journeys.queries';
import styles from './list.module.css';
import { readMapFile, type MapFileProblem } from './map-file';
import { useTemplates } from './use-templates';

export type Door = 'blank' | 'template' | 'file';

/** Three ways to begin a map: empty, from a template, from a file. */
export const NewJourney = ({ door, onDoor, onClose }: { door: Door | null; onDoor: (door: Door) => void; onClose: () => void }) => {
  const { t } = useTranslation('journeys');
  return (
    <Modal opened={door !== null} onClose={onClose} title={t('new.title')} size="lg" closeButtonProps={{ 'aria-label': t('new.close') }}>
      <div className={styles.form}>
        <SegmentedControl fullWidth value={door ?? 'blank'} onChange={(value) => onDoor(value === 'file' ? 'file' : value === 'template' ? 'template' : 'blank')} aria-label={t('new.how')}
          data={(['blank', 'template', 'file'] as const).map((value) => ({ value, label: t(`new.door.${value}`) }))} />
        {door === 'file' ? <FromFile /> : <FromForm key={door} isTemplate={door === 'template'} />}
      </div>
    </Modal>
  );
};

const useCreate = () => {
  const { id: workspaceId } = useWorkspace();
  const client = useQueryClient();
  const begin = useGoOn();
  return useMutation({
    mutationFn: (body: JourneyCreate) => createJourney(workspaceId, body),
    onMutate: begin,
    // The dialog stays busy until the map's page is there, so that nobody asks for a second map.
    onSuccess: async (journey, _body, goOn) => {
      client.setQueryData(journeyKey(workspaceId, journey.id), journey);
      void client.invalidateQueries({ queryKey: journeysKey(workspaceId) });
      await goOn(`/w/${workspaceId}/journeys/${journey.id}`);
    },
  });
};

const FromForm = ({ isTemplate }: { isTemplate: boolean }) => {
  const { t } = useTranslation('journeys');
  const words = useProblemWords();
  const create = useCreate();
  const templates = useTemplates();
  const [name, setName] = useState('');
  const [persona, setPersona] = useState('');
  const [owner, setOwner] = useState('');
  const [state, setState] = useState<'current' | 'future'>('current');
  const [templateKey, setTemplateKey] = useState(templates[0]?.key ?? '');
  const [isTouched, setIsTouched] = useState(false);
  const template = isTemplate ? templates.find(({ key }) => key === templateKey) : undefined;
  const isNameless = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTouched(true);
    if (!isNameless) create.mutate({ name: name.trim(), persona: persona.trim() || null, owner: owner.trim() || null, state, stages: template?.stages ?? [] });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {isTemplate ? (
        <Select label={t('new.template')} data={templates.map(({ key, name: label }) => ({ value: key, label }))} value={templateKey} onChange={(value) => setTemplateKey(value ?? templateKey)}
          description={template?.stages.map((stage) => stage.name).join(' → ')} />
      ) : null}
      <TextInput label={t('new.name')} description={t('new.nameHint')} value={name} maxLength={200} data-autofocus required withAsterisk={false} onChange={(event) => setName(event.currentTarget.value)} onBlur={() => setIsTouched(name !== '')} error={isTouched && isNameless ? t('new.nameMissing') : null} />
      <TextInput label={t('new.persona')} description={t('new.personaHint')} value={persona} maxLength={200} onChange={(event) => setPersona(event.currentTarget.value)} />
      <TextInput label={t('new.owner')} description={t('new.ownerHint')} value={owner} maxLength={200} onChange={(event) => setOwner(event.currentTarget.value)} />
      <SegmentedControl value={state} onChange={(value) => setState(value === 'future' ? 'future' : 'current')} aria-label={t('new.state')} data={(['current', 'future'] as const).map((value) => ({ value, label: t(`state.${value}`) }))} />
      {create.isError ? <ErrorState compact words={words(create.error)} /> : null}
      <Button type="submit" loading={create.isPending}>{t('new.create')}</Button>
    </form>
  );
};

const FromFile = () => {
  const { t } = useTranslation('journeys');
  const { locale } = useFormat();
  const words = useProblemWords();
  const create = useCreate();
  const [problem, setProblem] = useState<MapFileProblem | null>(null);
  const [text, setText] = useState('');
  const take = (content: string) => {
    const read = readMapFile(content, locale);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) create.mutate(read.journey);
  };
  const choose = (file: File | null) => {
    create.reset();
    if (file !== null) void file.text().then(take, () => setProblem({ kind: 'notJson' }));
  };
  return (
    <div className={styles.form}>
      <p className="muted">{t('new.fileHint')}</p>
      <pre className={styles.sample}>{'{ "name": "…", "state": "current", "stages": [\n  { "name": "…", "touchpoints": [{ "name": "…" }] } ] }'}</pre>
      <FileButton onChange={choose} accept="application/json,.json" inputProps={{ 'aria-label': t('new.chooseFile') }}>
        {(props) => <Button {...props} leftSection={<IconFileImport size={15} aria-hidden />} loading={create.isPending}>{t('new.chooseFile')}</Button>}
      </FileButton>
      <Textarea label={t('new.orPaste')} value={text} autosize minRows={2} maxRows={8} onChange={(event) => setText(event.currentTarget.value)} />
      {text.trim() === '' ? null : <Button variant="default" onClick={() => take(text)} loading={create.isPending}>{t('new.createPasted')}</Button>}
      {problem === null ? null : (
        <div role="alert" className={styles.problem}>
          <b>{t('new.badFile')}</b>
          <p>{problem.kind === 'bad' ? t('new.bad', { path: problem.path === '' ? t('new.wholeFile') : problem.path, message: problem.message }) : t(`new.${problem.kind}`)}</p>
        </div>
      )}
      {create.isError ? <ErrorState compact words={words(create.error)} /> : null}
    </div>
  );
};
