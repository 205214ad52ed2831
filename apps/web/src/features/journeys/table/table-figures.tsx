import type { HeatmapMetric, JourneyTouchpoint } from '@afferent/contracts';
import { THREE_P } from '@afferent/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { Figure } from '../../../ui/figure';
import type { Reading } from '../overlay/reading';

/** The staff's composite; the three scores and how many people gave them on hover and focus. */
export const ThreePFigure = ({ touchpoint: { name, threeP }, none }: { touchpoint: JourneyTouchpoint; none: ReactNode }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  if (threeP.composite === null) return none;
  const details = THREE_P.map((p) => {
    const { score, n } = threeP[p];
    return `${t(`p.${p}`)}: ${score === null ? t('threeP.notScored') : t('threeP.level', { count: n, score: format.number(score, 1) })}`;
  });
  return <Figure size="small" label={`${name}, ${t('metric.threeP.name')}`} value={format.number(threeP.composite, 1)} details={details.join(' · ')} />;
};

/** A change with its interval and p on hover and focus; a distance to a target is not tested and has neither. */
export const ChangeFigure = ({ label, metric, reading, none }: { label: string; metric: HeatmapMetric; reading: Reading | undefined; none: ReactNode }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  if (reading?.change == null) return none;
  const points = format.points(metric, reading.change);
  const { ciLow = null, ciHigh = null, pAdjusted = null } = reading.cell.change ?? {};
  if (ciLow === null || ciHigh === null) return points;
  const details = [format.interval(metric, ciLow, ciHigh), pAdjusted === null ? null : `${t('fact.p')}: ${format.p(pAdjusted)}`, t('overview.answersCount', { count: reading.cell.n, n: format.number(reading.cell.n) })];
  return <Figure size="small" label={label} value={points} details={details.filter((part) => part !== null).join(' · ')} />;
};
