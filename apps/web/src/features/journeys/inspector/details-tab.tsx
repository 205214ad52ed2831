import type { HeatmapMetric, JourneyTouchpoint } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { useProblemWords } from '../../../lib/problem-words';
import { useWorkspace } from '../../../lib/session';
import { ErrorState } from '../../../ui/error-state';
import { RowsSkeleton } from '../../../ui/skeletons';
import { touchpointQuery } from '../catalogue.queries';
import { DetailsForm } from './details-form';
import styles from './inspector.module.css';

const ReadOnly = ({ touchpoint, metric }: { touchpoint: JourneyTouchpoint; metric: HeatmapMetric }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const target = touchpoint.targets[metric];
  const rows: [string, string | null][] = [
    [t('details.target', { metric: t(`metric.${metric}.name`) }), target === undefined ? null : format.score(metric, target)],
    [t('details.importance'), touchpoint.importance === null ? null : format.number(touchpoint.importance)],
    [t('details.contacts'), touchpoint.contactsPerMonth === null ? null : format.number(touchpoint.contactsPerMonth)],
    [t('details.channel'), touchpoint.channel],
    [t('details.leadingP'), touchpoint.leadingP === null ? null : t(`p.${touchpoint.leadingP}`)],
    [t('details.momentOfTruth'), t(touchpoint.momentOfTruth ? 'conflict.yes' : 'conflict.no')],
  ];
  return <dl className={styles.readonly}>{rows.map(([label, text]) => <div key={label}><dt>{label}</dt><dd>{text ?? t('conflict.nothing')}</dd></div>)}</dl>;
};

/** What the catalogue knows about the touchpoint beyond its measurements; its target is that of the map's metric, null until that is known. */
export const DetailsTab = ({ touchpoint, metric }: { touchpoint: JourneyTouchpoint; metric: HeatmapMetric | null }) => {
  const { t } = useTranslation('journeys');
  const { id: workspaceId, role } = useWorkspace();
  const words = useProblemWords();
  const mayEdit = can({ kind: 'user', role }, 'touchpoint:edit');
  const current = useQuery({ ...touchpointQuery(workspaceId, touchpoint.id), enabled: mayEdit });
  if (!mayEdit) return metric === null ? <RowsSkeleton rows={6} label={t('loading')} /> : <ReadOnly touchpoint={touchpoint} metric={metric} />;
  // A form that stands keeps standing when its data could not be read again: something may be being typed there.
  if (current.isError && current.data === undefined) return <ErrorState compact words={words(current.error)} onRetry={() => void current.refetch()} />;
  if (current.data === undefined || metric === null) return <RowsSkeleton rows={6} label={t('loading')} />;
  return <DetailsForm key={`${touchpoint.id} ${metric}`} touchpoint={current.data} metric={metric} />;
};
