import type { JourneyOwnership } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { Tile } from '../../ui/tile';
import styles from './ownership.module.css';

/** What each function could win: points of the journey's index (A18). */
export const PotentialTile = ({ report, mine }: { report: JourneyOwnership; mine: ReadonlySet<string> }) => {
  const { t } = useTranslation('ownership');
  const format = useFormat();
  const rows = report.functions.filter((row) => row.potential > 0).toSorted((a, b) => b.potential - a.potential);
  const most = rows[0]?.potential ?? 0;
  const counted = report.touchpoints.filter((point) => point.weight != null).length;
  return (
    <Tile title={t('potential.title')}>
      <p className={styles.note}>{t('potential.explained', { count: counted, n: counted })}</p>
      {rows.length === 0 ? null : (
        <ul className={styles.bars}>
          {rows.map((row) => (
            <li key={row.functionId} data-mine={mine.has(row.functionId) || undefined}>
              <span>{row.name}</span>
              <span aria-hidden className={styles.track}><span style={{ width: `${(100 * row.potential) / most}%` }} /></span>
              <Figure size="small" label={row.name} value={format.number(row.potential, 1)} details={t('potential.share', { share: row.potentialShare == null ? '–' : format.share(row.potentialShare / 100), n: counted })} />
            </li>
          ))}
        </ul>
      )}
    </Tile>
  );
};
