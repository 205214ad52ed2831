import type { Pulse, PulseHeadline } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import { mapLink } from './map-link';
import styles from './pulse.module.css';
import { Shares } from './shares';
import { cellsOf } from './strip';
import { belowTarget } from './targets';

interface HeadlineTileProps { headline: PulseHeadline; pulse: Pulse; base: string }

/** A change is told as one only when it is significant at 5 %; otherwise the tile says that nothing is proven. */
const directionOf = (change: PulseHeadline['change']) => {
  if (change?.diff == null || change.p == null || change.p > 0.05) return 'flat';
  return change.diff > 0 ? 'up' : 'down';
};

/** How many touchpoints miss the target of this metric; the whole journey has no target of its own. */
const TargetFact = ({ headline: { metric }, pulse, base }: HeadlineTileProps) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  if (pulse.strip?.metric !== metric) return null;
  const counts = belowTarget(pulse.strip);
  if (counts == null) {
    if (cellsOf(pulse.strip).some(({ target }) => target != null)) return null;
    return <p className={styles.targets}><Link to={`${base}/touchpoints`}>{t('pulse.noTargets', { metric: t(`metrics.${metric}`) })}</Link></p>;
  }
  return (
    <p className={styles.targets}>
      <Link to={mapLink(base, pulse, metric, { compare: 'target' })}>{t('pulse.targets', { count: counts.measured, below: format.number(counts.below), n: format.number(counts.measured) })}</Link>
    </p>
  );
};

/** NPS or CSI now: value, interval, n, change against the period before, shares or what misses its target. */
export const HeadlineTile = ({ headline, pulse, base }: HeadlineTileProps) => {
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
        <p className={styles.hidden}>{t(`status.${now.status}`)}</p>
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
        {interval == null ? null : <><span className={styles.basis}>{interval}</span><span className={styles.dot}> · </span></>}<span className={styles.basis}>{n}</span>
        {compared == null || change == null ? null : <span className={styles.line}>{t(`pulse.against.${direction}`, { period: compared })}</span>}
        {compared == null || (before?.n ?? 0) > 0 ? null : <span className={styles.line}>{t('pulse.noBefore')}</span>}
        {now.status === 'low_n' && now.value != null ? <span className={styles.line}>{t('status.low_n')}</span> : null}
      </p>
      {shares == null ? null : <Shares shares={shares} />}
      <TargetFact headline={headline} pulse={pulse} base={base} />
    </Tile>
  );
};
