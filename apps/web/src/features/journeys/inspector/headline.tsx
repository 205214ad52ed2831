import type { JourneyTouchpoint } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { IconArrowDown, IconArrowUp } from '../../../ui/icons';
import { Chip } from '../../../ui/chip';
import { againstPeriod } from '../overlay/against';
import { isStaffMetric } from '../overlay/staff-metric';
import type { Heat } from '../overlay/use-heat';
import styles from './inspector.module.css';

/** The value with its interval, answers, change and target; words in its place where it may not be shown. */
export const Headline = ({ touchpoint, heat }: { touchpoint: JourneyTouchpoint; heat: Heat }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { metric } = heat;
  const reading = heat.readings.get(touchpoint.id);
  if (reading === undefined) return null;
  const { cell, value } = reading;
  if (value === null) {
    const why = { no_data: isStaffMetric(metric) ? 'notScored' : 'noData', suppressed_privacy: 'suppressed', low_n: 'lowN', ok: 'noData' } as const;
    return (
      <div className={styles.headline}>
        <p className={styles.withheld}>{isStaffMetric(metric) && cell.n > 0 ? t('fact.fewAuthors') : t(`fact.${why[cell.status]}`)}</p>
        <p className={styles.caption}>{t(isStaffMetric(metric) ? 'overview.authors' : 'overview.answersCount', { count: cell.n, n: format.number(cell.n) })}</p>
      </div>
    );
  }
  const change = cell.change?.diff ?? null;
  const against = heat.comparePeriod === null ? '' : againstPeriod(format, heat.comparePeriod);
  const isSure = cell.change?.pAdjusted != null && heat.heatmap !== null && cell.change.pAdjusted <= heat.heatmap.family.q;
  const target = cell.target;
  return (
    <div className={styles.headline}>
      <b className={styles.big}>{format.score(metric, value)}</b>
      <div className={styles.lines}>
        <span>{t(`metric.${metric}.caption`)}</span>
        <span className="muted">
          {cell.ciLow === null || cell.ciHigh === null ? null : `${format.interval(metric, cell.ciLow, cell.ciHigh)} · `}
          {t(isStaffMetric(metric) ? 'overview.authors' : 'overview.answersCount', { count: cell.n, n: format.number(cell.n) })}
        </span>
        {change === null ? null : (
          <span data-tone={!isSure ? undefined : change < 0 ? 'bad' : 'good'}>
            {t('overview.change', { points: format.points(metric, change), period: against })}{isSure ? '' : ` · ${t('overview.withinChance')}`}
          </span>
        )}
        {target === null ? null : (
          <span data-tone={value < target ? 'bad' : 'good'}>{t(value < target ? 'overview.belowTarget' : 'overview.reachedTarget', { target: format.score(metric, target), points: format.points(metric, value - target) })}</span>
        )}
        {cell.marked && cell.significant !== null && cell.difference !== null ? (
          <span>
            <Chip tone={cell.significant === 'below' ? 'bad' : 'accent'} icon={cell.significant === 'below' ? <IconArrowDown size={12} aria-hidden /> : <IconArrowUp size={12} aria-hidden />}>
              {t(`overview.${cell.significant}`, { points: format.points(metric, cell.difference) })}
            </Chip>
          </span>
        ) : null}
        {cell.status === 'low_n' ? <span className="muted">{t('fact.lowN')}</span> : null}
      </div>
    </div>
  );
};
