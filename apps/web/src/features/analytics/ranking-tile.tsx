import type { Pulse } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import { mapLink } from './map-link';
import { rankingOf } from './ranking';
import styles from './ranking.module.css';
import { stripScale, type Strip } from './strip';

interface RankingTileProps { pulse: Pulse; strip: Strip; base: string }

/** Every touchpoint that can be ranked with its interval, the weakest first: what stands in the matrix's place while nothing says what matters. */
export const RankingTile = ({ pulse, strip, base }: RankingTileProps) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const { metric } = strip;
  const scale = stripScale(strip);
  const [lowest, highest] = metric === 'nps' || metric === 'emotion' ? [-100, 100] : [0, 100];
  const at = (value: number) => `${(100 * (value - lowest)) / (highest - lowest)}%`;
  return (
    <Tile title={t('pulse.ranking.title', { metric: t(`metrics.${metric}`) })} to={mapLink(base, pulse, metric)} className={styles.ranking} aside={<span className={styles.legend}>{t('pulse.ranking.legend')}</span>}>
      <ol className={styles.list}>
        {rankingOf(strip).map(({ touchpointId, name, value, ciLow, ciHigh, n }) => (
          <li key={touchpointId}>
            <Link to={mapLink(base, pulse, metric, { touchpoint: touchpointId })} className={styles.name}>{name}</Link>
            <span aria-hidden className={styles.track}>
              {ciLow == null || ciHigh == null ? null : <span className={styles.interval} style={{ insetInlineStart: at(ciLow), insetInlineEnd: `calc(100% - ${at(ciHigh)})` }} />}
              <span className={styles.dot} style={{ insetInlineStart: at(value), backgroundColor: scale.colour(value) }} />
            </span>
            <Figure
              size="small" label={name} value={format.score(metric, value)}
              details={[ciLow == null || ciHigh == null ? null : format.interval(metric, ciLow, ciHigh), t('answers', { count: n, n: format.number(n) })].filter(Boolean).join(' · ')}
            />
          </li>
        ))}
      </ol>
    </Tile>
  );
};
