import type { ImportPreview } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { Stepper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useWorkspace } from '../../lib/session';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { touchpointNamesQuery } from './feedback.queries';
import { FileStep } from './file-step';
import styles from './import.module.css';
import type { MappingDraft } from './mapping-draft';

/** The wizard: a file, what its columns mean, what would be rejected; then the import runs on a page of its own. */
export const ImportPage = () => {
  const { t } = useTranslation('feedback');
  const workspace = useWorkspace();
  const [params, setParams] = useSearchParams();
  const journeyId = params.get('journey');
  const [step, setStep] = useState(0);
  const [file, setFile] = useState<{ file: File; preview: ImportPreview } | null>(null);
  const [draft, setDraft] = useState<MappingDraft | null>(null);
  const names = useQuery(touchpointNamesQuery(workspace.id, journeyId));
  if (!can({ kind: 'user', role: workspace.role }, 'import:create')) return <Navigate to={`/w/${workspace.id}`} replace />;

  const chooseJourney = (id: string | null) => setParams(id == null ? {} : { journey: id }, { replace: true });
  return (
    <>
      <PageHeader title={t('title')} crumb={{ label: t('journeys'), to: `/w/${workspace.id}/journeys` }} />
      <Page>
        <Stepper active={step} onStepClick={(next) => next < step && setStep(next)} size="xs" className={styles.steps} allowNextStepsSelect={false}>
          {(['file', 'columns', 'check'] as const).map((key) => <Stepper.Step key={key} label={t(`steps.${key}`)} />)}
        </Stepper>
        {step === 0 ? (
          <FileStep
            journeyId={journeyId} onJourney={chooseJourney} names={names.data ?? []}
            onReady={(chosen, next) => { setFile(chosen); setDraft(next); setStep(1); }}
          />
        ) : null}
        {step === 1 && file != null && draft != null ? (
          <ColumnsStep preview={file.preview} draft={draft} names={names.data ?? []} hasJourney={journeyId != null} onChange={setDraft} onBack={() => setStep(0)} onNext={() => setStep(2)} />
        ) : null}
        {step === 2 && file != null && draft != null ? <CheckStep file={file.file} draft={draft} journeyId={journeyId} onBack={() => setStep(1)} /> : null}
      </Page>
    </>
  );
};
