import type { WorkspaceFunction } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Figure } from '../../ui/figure';
import { isNobodys, type OwnershipMetric, type OwnershipRow } from './ownership-rows';
import styles from './ownership.module.css';

interface Props {
  rows: readonly OwnershipRow[];
  functions: readonly WorkspaceFunction[];
  metric: OwnershipMetric;
  mine: ReadonlySet<string>;
  /** Where the touchpoint's owner and influence are shown and changed. */
  linkOf: (touchpointId: string) => string;
}

const Share = ({ share, degree }: { share: number | null; degree: number }) => {
  const { t } = useTranslation('ownership');
  const format = useFormat();
  if (degree === 0 || share == null) return <td className={styles.share}><span className="visually-hidden">{t('degree.0')}</span></td>;
  return (
    <td className={styles.share} title={t(`degree.${degree as 1 | 2 | 3}`)} style={{ backgroundColor: `color-mix(in srgb, var(--accent) ${Math.round(10 + 35 * share)}%, var(--surface))` }}>
      {format.share(share)}
    </td>
  );
};

const Owner = ({ row }: { row: OwnershipRow }) => {
  const { t } = useTranslation('ownership');
  if (row.owner == null) return <span className={styles.noOwner} title={isNobodys(row) ? t('nobodys') : undefined}>{t('noOwner')}</span>;
  return <>{row.owner.functionName}{row.owner.userName == null ? null : <small>{row.owner.userName}</small>}</>;
};

/** Touchpoints × functions; a share is the darker, the more of the influence the function has. */
export const OwnershipTable = ({ rows, functions, metric, mine, linkOf }: Props) => {
  const { t } = useTranslation('ownership');
  const format = useFormat();
  return (
    <div className={styles.scroll} role="region" aria-label={t('tableLabel')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('tableLabel')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.point}>{t('touchpoint')}</th>
            <th scope="col" data-align="end">{t(`metrics.${metric}`)}</th>
            <th scope="col">{t('owner')}</th>
            {functions.map((item) => <th key={item.id} scope="col" className={styles.function} data-mine={mine.has(item.id) || undefined}>{item.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} data-first={row.stage !== rows[index - 1]?.stage || undefined}>
              <th scope="row" className={styles.point}>
                <Link to={linkOf(row.id)} aria-label={t('editLabel', { name: row.name })}>{row.name}</Link>
                <small>{row.stage}</small>
              </th>
              <td data-align="end">
                {row.value == null ? <span className="muted" title={t(metric === 'threeP' ? 'authors' : 'count', { count: row.n, n: format.number(row.n) })}>–</span> : (
                  <Figure size="small" label={row.name} value={format.score(metric, row.value)} details={[row.interval == null ? null : format.interval(metric, ...row.interval), t(metric === 'threeP' ? 'authors' : 'count', { count: row.n, n: format.number(row.n) }), row.target == null ? null : t('target', { value: format.score(metric, row.target) })].filter(Boolean).join(' · ')} />
                )}
              </td>
              <td className={styles.owner}><Owner row={row} /></td>
              {functions.map((item) => <Share key={item.id} share={row.degrees.get(item.id)?.share ?? null} degree={row.degrees.get(item.id)?.degree ?? 0} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
