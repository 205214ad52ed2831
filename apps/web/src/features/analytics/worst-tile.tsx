import type { Pulse } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import { mapLink } from './map-link';
import styles from './pulse.module.css';

/** The three lowest touchpoints that can be ranked, each with who answers for it and what kind of cause to look for. */
export const WorstTile = ({ pulse, base }: { pulse: Pulse; base: string }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const metric = pulse.strip?.metric ?? 'csi';
  return (
    <Tile title={t('pulse.worst.title')} to={mapLink(base, pulse, metric)}>
      {pulse.worst.length === 0 ? <p className={styles.hidden}>{t('pulse.worst.none')}</p> : (
        <ol className={styles.worstList}>
          {pulse.worst.map((point) => (
            <li key={point.touchpointId}>
              <Link to={mapLink(base, pulse, metric, { touchpoint: point.touchpointId })} className={styles.pointName}>{point.name}</Link>
              <Figure
                size="medium" label={point.name} value={point.value == null ? '–' : format.score(metric, point.value)}
                details={[point.ciLow == null || point.ciHigh == null ? null : format.interval(metric, point.ciLow, point.ciHigh), t('answers', { count: point.n, n: format.number(point.n) })].filter(Boolean).join(' · ')}
              />
              <span className={styles.pointFacts}>
                <span data-missing={point.owner == null || undefined}>{point.owner == null ? t('pulse.worst.noOwner') : [point.owner.functionName, point.owner.userName].filter(Boolean).join(', ')}</span>
                <span>{point.weakestP == null ? t('pulse.worst.notScored') : t('pulse.worst.weakest', { p: t(`p.${point.weakestP}`) })}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Tile>
  );
};
