import type { Pulse } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import { mapLink } from './map-link';
import { moversOf } from './movers';
import styles from './pulse.module.css';
import type { Strip, StripCell } from './strip';

interface MoversTileProps { pulse: Pulse; strip: Strip; base: string }

const Mover = ({ cell, pulse, strip, base }: MoversTileProps & { cell: StripCell }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const { diff = null, ciLow = null, ciHigh = null, pAdjusted = null } = cell.change ?? {};
  const n = t('answers', { count: cell.n, n: format.number(cell.n) });
  const bounds = (low: number | null, high: number | null) => (low == null || high == null ? null : format.interval(strip.metric, low, high));
  return (
    <li>
      <Link to={mapLink(base, pulse, strip.metric, { touchpoint: cell.touchpointId, compare: 'previous' })} className={styles.pointName}>{cell.name}</Link>
      <Figure size="small" label={cell.name} value={cell.value == null ? '–' : format.score(strip.metric, cell.value)} details={[bounds(cell.ciLow, cell.ciHigh), n].filter(Boolean).join(' · ')} />
      <span className={styles.change} data-direction={(diff ?? 0) < 0 ? 'down' : 'up'}>
        <Figure
          size="small" label={`${t('pulse.change')}: ${cell.name}`} value={format.points(strip.metric, diff ?? 0)}
          details={[bounds(ciLow, ciHigh), pAdjusted == null ? null : t('pulse.movers.p', { p: format.p(pAdjusted) }), n].filter(Boolean).join(' · ')}
        />
      </span>
    </li>
  );
};

/** What fell and what improved most against the period before, only where the difference is proven. */
export const MoversTile = ({ pulse, strip, base }: MoversTileProps) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const movers = moversOf(strip);
  const period = pulse.compareFrom == null || pulse.compareTo == null ? '' : format.period(pulse.compareFrom, pulse.compareTo);
  return (
    <Tile title={t('pulse.movers.title', { period })} to={mapLink(base, pulse, strip.metric, { compare: 'previous' })}>
      {(['fell', 'improved'] as const).map((way) => (
        <section key={way} className={styles.way}>
          <h3>{t(`pulse.movers.${way}`)}</h3>
          {movers[way].length === 0 ? <p className={styles.hidden}>{t('pulse.movers.none')}</p> : (
            <ol className={styles.movers}>{movers[way].map((cell) => <Mover key={cell.touchpointId} cell={cell} pulse={pulse} strip={strip} base={base} />)}</ol>
          )}
        </section>
      ))}
    </Tile>
  );
};
