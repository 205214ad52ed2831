import { heatmapMetricSchema, type HeatmapMetric } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice';

const BY_CUSTOMERS: readonly HeatmapMetric[] = ['nps', 'csi', 'csat', 'ces', 'emotion'];
const BY_STAFF: readonly HeatmapMetric[] = ['threeP', 'people', 'process', 'product'];

/** What the map is coloured by: what customers answered, or how the staff scored. */
export const MetricChoice = ({ metric, asked, onChange }: { metric: HeatmapMetric; asked: readonly HeatmapMetric[]; onChange: (metric: HeatmapMetric) => void }) => {
  const { t } = useTranslation('journeys');
  const option = (value: HeatmapMetric) => ({
    value,
    label: t(`metric.${value}.name`),
    hint: asked.includes(value) || !BY_CUSTOMERS.includes(value) ? t(`metric.${value}.hint`) : t('metric.notAsked'),
  });
  return (
    <Choice
      label={t('metric.label')}
      value={metric}
      shown={<b>{t(`metric.${metric}.name`)}</b>}
      groups={[
        { group: t('metric.byCustomers'), options: BY_CUSTOMERS.map(option) },
        { group: t('metric.byStaff'), options: BY_STAFF.map(option) },
      ]}
      onChange={(value) => onChange(heatmapMetricSchema.parse(value))}
    />
  );
};
