import { importMappingSchema, type ImportPreview } from '@afferent/contracts';
import { Button, FileButton, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { IconFileImport, IconUpload } from '../../ui/icons';
import { importJourneysQuery, previewImport, savedMappingsQuery } from './feedback.queries';
import styles from './import.module.css';
import { draftOf, guessDraft, type MappingDraft } from './mapping-draft';
import { RecentImports } from './recent-imports';

interface Props {
  journeyId: string | null;
  onJourney: (id: string | null) => void;
  names: readonly string[];
  onReady: (file: { file: File; preview: ImportPreview }, draft: MappingDraft) => void;
}

/** Which journey, which file, and whether its columns are known already from a mapping. */
export const FileStep = ({ journeyId, onJourney, names, onReady }: Props) => {
  const { t } = useTranslation('feedback');
  const words = useProblemWords();
  const workspace = useWorkspace();
  const journeys = useQuery(importJourneysQuery(workspace.id));
  const saved = useQuery(savedMappingsQuery(workspace.id));
  const [over, setOver] = useState(false);
  const [mapping, setMapping] = useState<{ label: string; draft: MappingDraft } | null>(null);
  const [badMapping, setBadMapping] = useState<string | null>(null);
  const preview = useMutation({
    mutationFn: (file: File) => previewImport(workspace.id, file),
    onSuccess: (data, file) => onReady({ file, preview: data }, mapping?.draft ?? guessDraft(data, file.name, names, workspace.timezone)),
  });

  const useMapping = (label: string, value: unknown) => {
    const parsed = importMappingSchema.safeParse(value);
    setBadMapping(parsed.success ? null : t('file.badMapping', { place: parsed.error.issues[0]?.path.join('.') || '—', reason: parsed.error.issues[0]?.message ?? '' }));
    setMapping(parsed.success ? { label, draft: draftOf(parsed.data, workspace.timezone) } : null);
  };
  const openMapping = async (file: File | null) => {
    if (file == null) return;
    try {
      useMapping(file.name, JSON.parse(await file.text()));
    } catch {
      setMapping(null);
      setBadMapping(t('file.notJson'));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file != null) preview.mutate(file);
  };

  return (
    <div className={styles.fileStep}>
      <div className={styles.fields}>
        <Select
          label={t('file.journey')} description={t('file.journeyHelp')} placeholder={t('file.noJourney')} clearable allowDeselect value={journeyId} onChange={onJourney}
          data={(journeys.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label={t('file.saved')} description={t('file.savedHelp')} placeholder={t('file.guess')} clearable allowDeselect value={null} disabled={(saved.data?.items.length ?? 0) === 0}
          onChange={(id) => { const found = saved.data?.items.find((item) => item.id === id); if (found != null) useMapping(found.name, found.mapping); }}
          data={(saved.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className={styles.mappingLine}>
        <FileButton onChange={(file) => void openMapping(file)} accept="application/json,.json" inputProps={{ 'aria-label': t('file.openMapping') }}>
          {(props) => <Button variant="subtle" {...props}>{t('file.openMapping')}</Button>}
        </FileButton>
        {mapping == null ? null : <span role="status">{t('file.mappingReady', { name: mapping.label })}</span>}
        {badMapping == null ? null : <span role="alert" className={styles.fault}>{badMapping}</span>}
      </div>
      <div className={styles.drop} data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <IconFileImport size={30} stroke={1.4} aria-hidden />
        <p className={styles.dropTitle}>{t('file.drop')}</p>
        <FileButton onChange={(file) => file != null && preview.mutate(file)} accept=".csv,.txt,.tsv,.xlsx,text/csv" inputProps={{ 'aria-label': t('file.choose') }}>
          {(props) => <Button leftSection={<IconUpload size={15} />} loading={preview.isPending} {...props}>{t('file.choose')}</Button>}
        </FileButton>
        <p className="muted">{t('file.formats')}</p>
      </div>
      {preview.isError ? <ErrorState compact words={words(preview.error)} /> : null}
      <RecentImports />
    </div>
  );
};
