import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { useGoOn } from '../../lib/use-go-on';
import { ErrorState } from '../../ui/error-state';
import { RowsSkeleton } from '../../ui/skeletons';
import { Tile } from '../../ui/tile';
import { Counts } from './counts';
import { checkImport, startImport } from './feedback.queries';
import styles from './import.module.css';
import { documentOfDraft, type MappingDraft } from './mapping-draft';
import { useFaultWords, useNoticeWords } from './notice-words';

interface Props { file: File; draft: MappingDraft; journeyId: string | null; onBack: () => void }

/** What the import would do, before it does anything; then it is started. */
export const CheckStep = ({ file, draft, journeyId, onBack }: Props) => {
  const { t } = useTranslation(['feedback', 'common']);
  const format = useFormat();
  const words = useProblemWords();
  const workspace = useWorkspace();
  const begin = useGoOn();
  const [sent, setSent] = useState(0);
  const mapping = documentOfDraft(draft);
  const check = useQuery({ queryKey: ['import-check', workspace.id, file.name, file.size, file.lastModified, mapping, journeyId], queryFn: () => checkImport(workspace.id, { file, mapping, journeyId }), staleTime: 0, gcTime: 0, retry: false, refetchOnWindowFocus: false });
  const start = useMutation({
    mutationFn: () => startImport(workspace.id, { file, mapping, journeyId, onProgress: setSent }),
    onMutate: begin,
    onSuccess: ({ id }, _nothing, goOn) => goOn(`/w/${workspace.id}/imports/${id}`),
  });
  const result = check.data;
  const told = useNoticeWords();
  const reasonOf = useFaultWords();

  return (
    <div className={styles.fileStep}>
      {check.isPending ? <RowsSkeleton label={t('check.running')} rows={3} /> : null}
      {check.isError ? <ErrorState words={words(check.error)} onRetry={() => void check.refetch()} /> : null}
      {result?.failure != null ? <p role="alert" className={styles.refused}>{told(result.failure)}</p> : null}
      {result == null || result.failure != null ? null : (
        <Tile title={result.complete ? t('check.title') : t('check.partly', { n: format.number(result.rowsRead) })}>
          <Counts counts={[['rowsRead', result.rowsRead], ['wouldAccept', result.wouldAccept], ['duplicates', result.duplicates], ['rejected', result.rejected], ['rejectedAnswers', result.rejectedAnswers]]} />
          {result.firstDay != null && result.lastDay != null ? <p>{t('check.period', { period: format.period(result.firstDay, result.lastDay) })}</p> : null}
          {result.wouldAccept === 0 && result.duplicates > 0 ? <p>{t('run.allKnown')}</p> : null}
          {result.notices.map((notice) => <p key={notice.detail} className={styles.warning}>{told(notice)}</p>)}
        </Tile>
      )}
      {result == null || result.samples.length === 0 ? null : (
        <Tile title={t('check.samples')}>
          <div className={styles.scroll} role="region" aria-label={t('check.samples')} tabIndex={0}>
            <table className={styles.table}>
              <thead><tr>{(['row', 'column', 'value', 'reason'] as const).map((key) => <th key={key} scope="col">{t(`check.${key}`)}</th>)}</tr></thead>
              <tbody>
                {result.samples.map((sample) => (
                  <tr key={`${sample.row}-${sample.column ?? ''}-${sample.code}`}><td>{format.number(sample.row)}</td><td>{sample.column ?? t('check.wholeRow')}</td><td>{sample.value ?? '—'}</td><td>{reasonOf(sample)}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </Tile>
      )}
      {start.isPending ? <div role="status"><p>{t('check.sending', { share: format.share(sent) })}</p><Progress value={sent * 100} aria-label={t('check.sending', { share: format.share(sent) })} /></div> : null}
      {start.isError ? <ErrorState compact words={words(start.error)} /> : null}
      <div className={styles.foot}>
        <span className={styles.faults} />
        <Button variant="default" onClick={onBack} disabled={start.isPending}>{t('back')}</Button>
        <Button onClick={() => start.mutate()} loading={start.isPending} disabled={result == null || result.failure != null || result.wouldAccept === 0}>{t('check.start')}</Button>
      </div>
    </div>
  );
};
