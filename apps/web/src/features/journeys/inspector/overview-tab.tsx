import { questionMetricSchema, type JourneyTouchpoint } from '@afferent/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../lib/session';
import { trendQuery } from '../heatmap.queries';
import type { Heat } from '../overlay/use-heat';
import { Distribution } from './distribution';
import { Headline } from './headline';
import { InfluenceSummary } from './influence-summary';
import { ThreePSummary } from './three-p-summary';
import { TrendChart } from './trend-chart';
import { trendPeriod } from './trend-period';

/** What, how sure, since when, why and who: one column. */
export const OverviewTab = ({ touchpoint, heat }: { touchpoint: JourneyTouchpoint; heat: Heat }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId } = useWorkspace();
  const asked = questionMetricSchema.safeParse(heat.metric);
  const { segment, channel } = heat.filter;
  const trend = useQuery({ ...trendQuery(workspaceId, touchpoint.id, asked.data ?? 'csi', { period: trendPeriod(heat.facets), segment, channel }), enabled: asked.success });
  const points = trend.data?.points ?? [];
  const shown = points.filter(({ value }) => value !== null).length;
  return (
    <>
      <Headline touchpoint={touchpoint} heat={heat} />
      {asked.success ? <Distribution touchpointId={touchpoint.id} metric={heat.metric} filter={{ ...heat.filter, period: heat.period }} /> : null}
      {asked.success && shown > 0 ? (
        <section>
          <h3>{t('trend.title', { metric: t(`metric.${heat.metric}.name`) })}</h3>
          {shown === 1 ? <p>{t('trend.oneMonth')}</p> : <TrendChart points={points} metric={heat.metric} target={touchpoint.targets[heat.metric] ?? null} />}
        </section>
      ) : null}
      <ThreePSummary threeP={touchpoint.threeP} />
      <InfluenceSummary touchpoint={touchpoint} />
    </>
  );
};
