import type { PulseHeadline } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import styles from './pulse.module.css';

/** Promoters, passives and detractors: one bar for the eye, the three figures in words. */
export const Shares = ({ shares }: { shares: NonNullable<PulseHeadline['shares']> }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const keys = ['promoters', 'passives', 'detractors'] as const;
  return (
    <div className={styles.shares}>
      <div aria-hidden className={styles.bar}>{keys.map((key) => <span key={key} data-share={key} style={{ flexGrow: shares[key] }} />)}</div>
      <dl>
        {keys.map((key) => (
          <div key={key} data-share={key}>
            <dt>{t(`pulse.shares.${key}`)}</dt>
            <dd>{format.share(shares[key] / 100)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
