import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { presetPeriod } from '../../lib/period';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { IconDownload } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { RowsSkeleton } from '../../ui/skeletons';
import { Tile } from '../../ui/tile';
import { Counts } from './counts';
import { cancelImport, importQuery, rejectionsAddress } from './feedback.queries';
import styles from './import.module.css';
import { useNoticeWords } from './notice-words';

/** A running import and, when it is over, its report; the address can be left and returned to. */
export const ImportRunPage = () => {
  const { t } = useTranslation(['feedback', 'common']);
  const format = useFormat();
  const words = useProblemWords();
  const told = useNoticeWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { importId = '' } = useParams();
  const run = useQuery(importQuery(workspace.id, importId));
  const wizard = `/w/${workspace.id}/imports/new`;
  const cancel = useMutation({ mutationFn: () => cancelImport(workspace.id, importId), onSettled: () => client.invalidateQueries({ queryKey: ['imports', workspace.id] }) });
  const data = run.data;
  const going = data?.status === 'queued' || data?.status === 'running';
  // Figures that were read while answers were still coming are out of date.
  const isOver = data != null && !going;
  useEffect(() => { if (isOver) void client.invalidateQueries({ refetchType: 'none' }); }, [client, isOver]);
  const faulty = data != null && (data.rejected > 0 || data.rejectedAnswers > 0);
  const period = data?.firstDay != null && data.lastDay != null ? presetPeriod('all', { firstDay: data.firstDay, lastDay: data.lastDay }) : null;

  return (
    <>
      <PageHeader title={data?.fileName ?? t('title')} crumb={{ label: t('title'), to: wizard }} />
      {run.isError ? <ErrorState words={words(run.error)} onRetry={() => void run.refetch()} action={words(run.error).isGone ? <Button component={Link} to={wizard} variant="default">{t('run.another')}</Button> : null} /> : null}
      <Page width="text">
        {run.isPending ? <RowsSkeleton label={t('common:loading')} rows={3} /> : null}
        {data == null ? null : (
          <Tile title={t(`run.${data.status}`)}>
            <div role="status">
              {going ? <Progress value={data.progress * 100} animated aria-label={t('run.progress')} className={styles.progress} /> : null}
              {data.failure == null ? null : <p className={styles.fault}>{told(data.failure)}</p>}
              <Counts counts={[['rowsRead', data.rowsRead], ['accepted', data.accepted], ['duplicates', data.duplicates], ['rejected', data.rejected], ['rejectedAnswers', data.rejectedAnswers]]} />
              {data.status === 'done' && data.accepted === 0 && data.duplicates > 0 ? <p>{t('run.allKnown')}</p> : null}
              {period == null ? null : <p className="muted">{t('check.period', { period: format.period(data.firstDay ?? period.from, data.lastDay ?? period.to) })}</p>}
              {data.notices.map((notice) => <p key={notice.detail} className={styles.warning}>{told(notice)}</p>)}
              {going ? <p className="muted">{t('run.leave')}</p> : null}
            </div>
            <div className={styles.runActions}>
              {data.journeyId != null && !going ? (
                <Button component={Link} to={`/w/${workspace.id}/journeys/${data.journeyId}${period == null ? '' : `?from=${period.from}&to=${period.to}`}`}>{t('run.show')}</Button>
              ) : null}
              {faulty ? <Button component="a" variant="default" href={rejectionsAddress(workspace.id, importId, format.locale)} download leftSection={<IconDownload size={15} />}>{t('run.rejections')}</Button> : null}
              {going ? <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('run.cancel')}</Button> : null}
              {going ? null : <Button variant="subtle" component={Link} to={`${wizard}${data.journeyId == null ? '' : `?journey=${data.journeyId}`}`}>{t('run.another')}</Button>}
            </div>
            {cancel.isError ? <ErrorState compact words={words(cancel.error)} /> : null}
          </Tile>
        )}
      </Page>
    </>
  );
};
