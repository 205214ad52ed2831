import type { JourneyTouchpoint, P, Score } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { ErrorState } from '../../../ui/error-state';
import { RowsSkeleton } from '../../../ui/skeletons';
import { scoresQuery } from '../catalogue.queries';
import styles from './inspector.module.css';
import { ScoreForm } from './score-form';
import { ThreePSummary } from './three-p-summary';

const PS: readonly P[] = ['people', 'process', 'product'];

const HistoryItem = ({ score }: { score: Score }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const levels = PS.flatMap((p) => (score[p] === null ? [] : [`${t(`p.${p}`)} ${score[p]}`])).join(' · ');
  return (
    <li>
      <b>{levels}</b>
      <div><time dateTime={score.scoredAt}>{format.instant(score.scoredAt)}</time> · {score.author.name}</div>
      {score.note === null ? null : <p>{score.note}</p>}
      {score.evidence === null ? null : <p className="muted">{t('threeP.evidenceIs', { evidence: score.evidence })}</p>}
    </li>
  );
};

/** The staff's 3P: where it stands, a score by the rubric, and every score so far. */
export const ThreePTab = ({ touchpoint }: { touchpoint: JourneyTouchpoint }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId, role } = useWorkspace();
  const words = useProblemWords();
  const scores = useQuery(scoresQuery(workspaceId, touchpoint.id));
  return (
    <>
      <ThreePSummary threeP={scores.data?.current ?? touchpoint.threeP} />
      {can({ kind: 'user', role }, 'score:create') ? (
        <section>
          <h3>{t('threeP.scoreIt')}</h3>
          <ScoreForm key={touchpoint.id} touchpointId={touchpoint.id} />
        </section>
      ) : null}
      <section>
        <h3>{t('threeP.history')}</h3>
        {scores.isPending ? <RowsSkeleton rows={2} label={t('loading')} /> : null}
        {scores.isError ? <ErrorState compact words={words(scores.error)} onRetry={() => void scores.refetch()} /> : null}
        {scores.data?.items.length === 0 ? <p className={styles.caption}>{t('threeP.noHistory')}</p> : null}
        <ul className={styles.history}>{scores.data?.items.map((score) => <HistoryItem key={score.id} score={score} />)}</ul>
      </section>
    </>
  );
};
