import type { Pulse } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import { mapLink } from './map-link';
import { moversOf, type Strip } from './movers';
import styles from './pulse.module.css';

/** What moved against the period before, only where the difference is proven. */
export const MoversTile = ({ pulse, strip, base }: { pulse: Pulse; strip: Strip; base: string }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const rows = moversOf(strip);
  const period = pulse.compareFrom == null || pulse.compareTo == null ? '' : format.period(pulse.compareFrom, pulse.compareTo);
  return (
    <Tile title={t('pulse.movers.title', { period })} to={mapLink(base, pulse, strip.metric)} className={styles.third}>
      {rows.length === 0 ? <p className={styles.hidden}>{t('pulse.movers.none')}</p> : (
        <ol className={styles.movers}>
          {rows.map((cell) => {
            const { diff = null, ciLow = null, ciHigh = null, pAdjusted = null } = cell.change ?? {};
            return (
              <li key={cell.touchpointId}>
                <Link to={mapLink(base, pulse, strip.metric, cell.touchpointId)} className={styles.pointName}>{cell.name}</Link>
                <span className="num">{cell.value == null ? '–' : format.score(strip.metric, cell.value)}</span>
                <span className={styles.change} data-direction={(diff ?? 0) < 0 ? 'down' : 'up'}>
                  <Figure
                    size="small" label={cell.name} value={format.points(strip.metric, diff ?? 0)}
                    details={[ciLow == null || ciHigh == null ? null : format.interval(strip.metric, ciLow, ciHigh), pAdjusted == null ? null : t('pulse.movers.p', { p: format.p(pAdjusted) }), t('answers', { count: cell.n, n: format.number(cell.n) })].filter(Boolean).join(' · ')}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </Tile>
  );
};
