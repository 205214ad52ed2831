import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { StatusSwatch } from '../../../ui/status-hatch';
import styles from './overlay.module.css';
import type { Comparison } from './overlay-url';
import { withheld } from './reading';
import { isStaffMetric } from './staff-metric';
import type { Heat } from './use-heat';

/** How the map is read: the colours, the marks, the method, and what is withheld. */
export const LegendText = ({ heat, comparison }: { heat: Heat; comparison: Comparison }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { heatmap, scale, metric } = heat;
  if (heatmap === null || scale === null) return null;
  const isStaff = isStaffMetric(metric);
  const missing = withheld(heatmap);
  const { tested, q } = heatmap.family;
  return (
    <div className={styles.howTo}>
      <h2>{t('legend.colours')}</h2>
      <p>{comparison === 'target' ? t('legend.byTarget') : t('legend.byMean', { mean: format.score(metric, scale.centre) })}</p>
      <h2>{t('legend.marks')}</h2>
      <p>{t('legend.marksText', { count: tested, q: format.share(q) })}</p>
      <h2>{t('legend.withheld')}</h2>
      <ul>
        <li><StatusSwatch status="low_n" label={t('legend.lowN', { count: missing.lowN })} /><p>{t('legend.lowNText')}</p></li>
        <li><StatusSwatch status="suppressed_privacy" label={t('legend.hidden', { count: missing.hidden })} /><p>{t('legend.hiddenText')}</p></li>
        <li><StatusSwatch status="no_data" label={t(isStaff ? 'legend.notScored' : 'legend.empty', { count: missing.empty })} /><p>{t(isStaff ? 'fact.notScored' : 'legend.emptyText')}</p></li>
      </ul>
      <h2>{t('legend.method')}</h2>
      <p>{t(`metric.${metric}.method`)}</p>
      <p className={styles.code}>{t('legend.version', { method: heatmap.method, version: heatmap.methodVersion })}</p>
    </div>
  );
};
