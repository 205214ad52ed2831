import type { Pulse } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import styles from './pulse.module.css';

const SHOWN = 10;

/** Functions by the points of the journey's index they could win (methodology A18). */
export const FunctionsTile = ({ pulse, base }: { pulse: Pulse; base: string }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const link = `${base}/ownership${pulse.journey == null ? '' : `?journey=${pulse.journey.id}`}`;
  const rows = pulse.functions.toSorted((a, b) => b.potential - a.potential).filter((row) => row.potential > 0).slice(0, SHOWN);
  const most = rows[0]?.potential ?? 0;
  return (
    <Tile title={t('pulse.functions.title')} to={link} className={styles.functions}>
      {rows.length === 0 ? <p className={styles.hidden}>{t('pulse.functions.none')} <Link to={link}>{t('pulse.functions.assign')}</Link></p> : (
        <ul className={styles.bars}>
          {rows.map((row) => (
            <li key={row.functionId}>
              <span className={styles.barName}>{row.name}</span>
              <span aria-hidden className={styles.track}><span style={{ width: `${(100 * row.potential) / most}%` }} /></span>
              <Figure size="small" label={row.name} value={format.number(row.potential, 1)} details={row.potentialShare == null ? t('pulse.functions.points') : t('pulse.functions.share', { share: format.share(row.potentialShare / 100) })} />
            </li>
          ))}
        </ul>
      )}
    </Tile>
  );
};
