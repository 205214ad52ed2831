import type { Pulse, PulseHeadline } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import { mapLink } from './map-link';
import styles from './pulse.module.css';

/** A change is told as one only when it is significant at 5 %; otherwise the tile says that nothing is proven. */
const directionOf = (change: PulseHeadline['change']) => {
  if (change?.diff == null || change.p == null || change.p > 0.05) return 'flat';
  return change.diff > 0 ? 'up' : 'down';
};

const Shares = ({ shares }: { shares: NonNullable<PulseHeadline['shares']> }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  return (
    <dl className={styles.shares}>
      {(['promoters', 'passives', 'detractors'] as const).map((key) => (
        <div key={key} data-share={key} style={{ flexGrow: Math.max(shares[key], 1) }}>
          <dt className="visually-hidden">{t(`pulse.shares.${key}`)}</dt>
          <dd title={t(`pulse.shares.${key}`)}><span aria-hidden className={styles.bar} />{format.share(shares[key] / 100)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** NPS or CSI now: value, interval, n, change against the period before. */
export const HeadlineTile = ({ headline, pulse, base }: { headline: PulseHeadline; pulse: Pulse; base: string }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const { metric, now, before, change, shares } = headline;
  const name = t(`metrics.${metric}`);
  const direction = directionOf(change);
  const n = t('answers', { count: now.n, n: format.number(now.n) });
  const interval = now.ciLow == null || now.ciHigh == null ? null : format.interval(metric, now.ciLow, now.ciHigh);
  const compared = pulse.compareFrom != null && pulse.compareTo != null ? format.period(pulse.compareFrom, pulse.compareTo) : null;
  const detail = change?.ciLow != null && change.ciHigh != null && change.p != null
    ? t('pulse.changeDetail', { interval: format.interval(metric, change.ciLow, change.ciHigh), p: format.p(change.p), n: format.number(before?.n ?? 0) })
    : t('pulse.noBefore');

  return (
    <Tile title={name} to={mapLink(base, pulse, metric)} className={styles.headline}>
      {now.value == null ? (
        <p className={styles.hidden}>{t(`status.${now.status}`)} · {n}</p>
      ) : (
        <p className={styles.value}>
          <Figure
            size="large" label={name} value={format.score(metric, now.value)}
            details={[interval, n, now.weightedValue == null || now.effectiveN == null ? null : t('weighted', { value: format.score(metric, now.weightedValue), n: format.number(now.effectiveN) })].filter(Boolean).join(' · ')}
          />
          {change?.diff == null ? null : (
            <span data-direction={direction} className={styles.change}>
              <Figure size="small" label={t('pulse.change')} value={format.points(metric, change.diff)} details={detail} />
            </span>
          )}
        </p>
      )}
      <p className={styles.facts}>
        {[interval, n].filter(Boolean).join(' · ')}
        {compared == null || change == null ? null : <><br />{t(`pulse.against.${direction}`, { period: compared })}</>}
        {now.status === 'low_n' && now.value != null ? <><br />{t('status.low_n')}</> : null}
      </p>
      {shares == null ? null : <Shares shares={shares} />}
    </Tile>
  );
};
