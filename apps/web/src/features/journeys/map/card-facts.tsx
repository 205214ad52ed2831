import type { HeatmapMetric } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { isStaffMetric } from '../overlay/staff-metric';
import type { Reading } from '../overlay/reading';
import styles from './popover.module.css';

interface CardFactsProps {
  metric: HeatmapMetric;
  reading: Reading;
  /** The compared period in words, when the map is compared with one. */
  against: string | null;
}

/** A cell's figures in full: interval, answers, difference from the rest with p, target, change. */
export const CardFacts = ({ metric, reading, against }: CardFactsProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { cell, value } = reading;
  const isStaff = isStaffMetric(metric);
  const rows: [string, string][] = [];
  const add = (label: string, text: string | null) => { if (text !== null) rows.push([label, text]); };

  add(t('fact.interval'), cell.ciLow !== null && cell.ciHigh !== null && value !== null ? format.range(metric, cell.ciLow, cell.ciHigh) : null);
  add(t(isStaff ? 'fact.authors' : 'fact.answers'), format.number(cell.n));
  add(t('fact.effectiveN'), cell.effectiveN !== null && Math.abs(cell.effectiveN - cell.n) >= 0.5 ? format.number(cell.effectiveN) : null);
  add(t('fact.weighted'), cell.weightedValue !== null && value !== null && Math.abs(cell.weightedValue - value) >= 0.05 ? format.score(metric, cell.weightedValue) : null);
  add(t('fact.difference'), cell.difference === null ? null : format.points(metric, cell.difference));
  add(t('fact.p'), cell.pAdjusted === null ? null : format.p(cell.pAdjusted));
  add(t('fact.target'), cell.target === null ? null : `${format.score(metric, cell.target)}${value === null ? '' : ` (${format.points(metric, value - cell.target)})`}`);
  if (cell.change?.diff != null && against !== null) {
    const { diff, ciLow, ciHigh } = cell.change;
    add(t('fact.change', { period: against }), ciLow === null || ciHigh === null ? format.points(metric, diff) : `${format.points(metric, diff)} (${format.range(metric, ciLow, ciHigh)})`);
  }
  const note = isStaff && cell.n > 0 && value === null ? t('fact.fewAuthors') : { no_data: t(isStaff ? 'fact.notScored' : 'fact.noData'), suppressed_privacy: t('fact.suppressed'), low_n: t('fact.lowN'), ok: cell.marked ? t(`fact.${cell.significant ?? 'above'}`) : null }[cell.status];

  return (
    <>
      <dl className={styles.facts}>
        {rows.map(([label, text]) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}
      </dl>
      {note === null ? null : <p className={styles.note}>{note}</p>}
    </>
  );
};
