import type { HeatmapMetric } from '@afferent/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { heatScale } from '../../../lib/heat-scale';
import { useFormat } from '../../../lib/i18n';
import { useWorkspace } from '../../../lib/session';
import type { Filter } from '../heatmap.queries';
import { distributionQuery, surveysAbout, surveysQuery } from '../results.queries';
import styles from './inspector.module.css';

interface DistributionProps {
  touchpointId: string;
  metric: HeatmapMetric;
  filter: Filter;
}

/** How often each score was given, as bars with shares; the counts are one hover away and in the table's text. */
export const Distribution = ({ touchpointId, metric, filter }: DistributionProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { id: workspaceId } = useWorkspace();
  const surveys = useQuery(surveysQuery(workspaceId));
  const about = surveys.data === undefined ? [] : surveysAbout(surveys.data, touchpointId, metric);
  const { data } = useQuery({ ...distributionQuery(workspaceId, about, touchpointId, metric, filter), enabled: about.length > 0 });
  if (data == null || data.n === 0) return null;
  const most = Math.max(...data.bars.map(({ n }) => n));
  const low = data.bars[0]?.score ?? 0;
  const span = (data.bars.at(-1)?.score ?? 1) - low;
  const scale = heatScale({ centre: 50, values: [0, 100], bounds: [0, 100] });
  return (
    <section>
      <h3>{t('overview.answers')}</h3>
      {data.text === '' ? null : <p className={styles.caption}>{data.text}</p>}
      <table className={styles.bars}>
        <caption className="visually-hidden">{t('overview.answersTable')}</caption>
        <tbody>
          {data.bars.map(({ score, n }) => (
            <tr key={score} title={t('overview.answersCount', { count: n, n: format.number(n) })}>
              <th scope="row">{format.number(score)}</th>
              <td>
                <i style={{ width: `${(n / most) * 80}%`, background: scale.colour(((score - low) / span) * 100) }} />
                <span>{format.share(n / data.n)}</span>
                <span className="visually-hidden">{t('overview.answersCount', { count: n, n: format.number(n) })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
