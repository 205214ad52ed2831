import { can } from '@afferent/domain';
import { Stepper } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useWorkspace } from '../../lib/session';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { importJourneysQuery, touchpointNamesQuery } from './feedback.queries';
import { FileStep } from './file-step';
import styles from './import.module.css';
import { journeyOf, knownNames, NO_JOURNEY } from './known-names';
import { guessDraft, type MappingDraft } from './mapping-draft';
import { openSource } from './open-source';
import type { Reading, Source } from './read-file';
import { RefusedFile } from './refused-file';

/** The wizard: a file, what its columns mean, what would be rejected; then the import runs on a page of its own. */
export const ImportPage = () => {
  const { t } = useTranslation('feedback');
  const workspace = useWorkspace();
  const [params, setParams] = useSearchParams();
  const journeys = useQuery(importJourneysQuery(workspace.id));
  const asked = params.get('journey');
  const journeyId = journeyOf(asked, journeys.data);
  const [step, setStep] = useState(0);
  const [source, setSource] = useState<Source | null>(null);
  const [draft, setDraft] = useState<MappingDraft | null>(null);
  const known = useQuery(touchpointNamesQuery(workspace.id, journeyId)).data ?? [];
  const client = useQueryClient();
  const names = () => knownNames(client, workspace.id, asked);
  const again = useMutation({
    mutationFn: async ({ file, reading }: { file: File; reading: Reading }) => openSource(workspace.id, file, { names: await names(), timezone: workspace.timezone }, reading),
    onSuccess: (next) => {
      // Another file was opened meanwhile.
      if (source?.file !== next.file) return;
      setSource(next);
      setDraft(guessDraft(next, workspace.timezone));
    },
  });
  if (!can({ kind: 'user', role: workspace.role }, 'import:create')) return <Navigate to={`/w/${workspace.id}`} replace />;

  const chooseJourney = (id: string | null) => setParams({ journey: id ?? NO_JOURNEY }, { replace: true });
  return (
    <>
      <PageHeader title={t('title')} crumb={{ label: t('journeys'), to: `/w/${workspace.id}/journeys` }} />
      <Page>
        <Stepper active={step} onStepClick={(next) => next < step && setStep(next)} size="xs" className={styles.steps} allowNextStepsSelect={false}>
          {(['file', 'columns', 'check'] as const).map((key) => <Stepper.Step key={key} label={t(`steps.${key}`)} />)}
        </Stepper>
        {step === 0 ? (
          <FileStep
            journeyId={journeyId} onJourney={chooseJourney} names={names} opened={source?.file.name ?? null} onContinue={() => setStep(1)}
            onReady={(opened, next) => { setSource(opened); setDraft(next); setStep(1); }}
          />
        ) : null}
        {again.isError && step === 1 ? <RefusedFile error={again.error} /> : null}
        {step === 1 && source != null && draft != null ? (
          <ColumnsStep
            key={`${source.file.name}-${source.place.row}-${source.preview.sheet ?? ''}-${source.preview.delimiter ?? ''}`} source={source} draft={draft} names={known} journeyId={journeyId} onJourney={chooseJourney}
            isReading={again.isPending} onRead={(reading) => again.mutate({ file: source.file, reading })} onChange={setDraft} onBack={() => setStep(0)} onNext={() => setStep(2)}
          />
        ) : null}
        {step === 2 && source != null && draft != null ? <CheckStep file={source.file} draft={draft} journeyId={journeyId} onBack={() => setStep(1)} /> : null}
      </Page>
    </>
  );
};
