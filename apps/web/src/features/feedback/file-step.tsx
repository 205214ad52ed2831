import { importMappingSchema, mappingFaultOf } from '@afferent/contracts';
import { Button, FileButton, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../lib/session';
import { IconFileImport, IconUpload } from '../../ui/icons';
import { savedMappingsQuery } from './feedback.queries';
import { faultOfFile, type FileFault } from './file-kind';
import styles from './import.module.css';
import { JourneySelect } from './journey-select';
import { draftOf, guessDraft, type MappingDraft } from './mapping-draft';
import { openSource } from './open-source';
import type { Source } from './read-file';
import { RecentImports } from './recent-imports';
import { RefusedFile } from './refused-file';

interface Props {
  journeyId: string | null;
  onJourney: (id: string | null) => void;
  names: () => Promise<readonly string[]>;
  /** The file that is open already, when somebody comes back to this step. */
  opened: string | null;
  onContinue: () => void;
  onReady: (source: Source, draft: MappingDraft) => void;
}

const readingOf = ({ header, sheet, delimiter, encoding }: MappingDraft) => ({
  header: header ?? { row: 1, rows: 1, skip: 0 }, ...(sheet == null ? {} : { sheet }), ...(delimiter == null ? {} : { delimiter }), ...(encoding == null ? {} : { encoding }),
});

/** Which journey, which file, and whether its columns are known already from a mapping. */
export const FileStep = ({ journeyId, onJourney, names, opened, onContinue, onReady }: Props) => {
  const { t } = useTranslation('feedback');
  const workspace = useWorkspace();
  const saved = useQuery(savedMappingsQuery(workspace.id));
  const [over, setOver] = useState(false);
  const [mapping, setMapping] = useState<{ label: string; draft: MappingDraft } | null>(null);
  const [badMapping, setBadMapping] = useState<string | null>(null);
  const preview = useMutation({
    mutationFn: async (file: File) => openSource(workspace.id, file, { names: await names(), timezone: workspace.timezone }, mapping == null ? {} : readingOf(mapping.draft)),
  });
  const [fault, setFault] = useState<{ kind: FileFault; name: string } | null>(null);
  const choose = (file: File | null | undefined) => {
    if (file == null) return;
    const kind = faultOfFile(file);
    preview.reset();
    setFault(kind == null ? null : { kind, name: file.name });
    if (kind === 'mapping') void openMapping(file);
    // Given with the call: of two files the one chosen last is opened, and none when this step has been left.
    else if (kind == null) preview.mutate(file, { onSuccess: (source) => onReady(source, mapping?.draft ?? guessDraft(source, workspace.timezone)) });
  };

  const useMapping = (label: string, value: unknown) => {
    const parsed = importMappingSchema.safeParse(value);
    const issue = parsed.error?.issues[0];
    setBadMapping(issue == null ? null : t('file.badMapping', { place: issue.path.join('.') || '—', reason: t(`mappingFaults.${mappingFaultOf(issue)}`) }));
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
    choose(event.dataTransfer.files[0]);
  };

  return (
    <div className={styles.fileStep}>
      <div className={styles.fields}>
        <JourneySelect value={journeyId} onChange={onJourney} />
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
        <FileButton onChange={choose} accept=".csv,.txt,.tsv,.tab,.xlsx,text/csv" inputProps={{ 'aria-label': t('file.choose') }}>
          {(props) => <Button leftSection={<IconUpload size={15} />} loading={preview.isPending} {...props}>{t('file.choose')}</Button>}
        </FileButton>
        <p className="muted">{t('file.formats')}</p>
      </div>
      {fault == null || fault.kind === 'mapping' ? null : <p role="alert" className={styles.refused}><strong>{fault.name}</strong> {t(`fileFaults.${fault.kind}`)}</p>}
      {preview.isError ? <RefusedFile error={preview.error} /> : null}
      {opened == null ? null : <div><Button variant="default" onClick={onContinue}>{t('file.continue', { name: opened })}</Button></div>}
      <RecentImports />
    </div>
  );
};
