import type { WorkspaceFunction } from '@afferent/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import type { OwnershipMetric, OwnershipRow } from './ownership-rows';
import styles from './ownership.module.css';

interface Props {
  rows: readonly OwnershipRow[];
  functions: readonly WorkspaceFunction[];
  metric: OwnershipMetric;
  linkOf: (touchpointId: string) => string;
}

/** The table's phone form: a touchpoint a card, its functions in order of share. */
export const OwnershipList = ({ rows, functions, metric, linkOf }: Props) => {
  const { t } = useTranslation('ownership');
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <div className={styles.listHead}>
            <Link to={linkOf(row.id)} aria-label={t('editLabel', { name: row.name })}>{row.name}</Link>
            <span className="num">{row.value == null ? '–' : format.score(metric, row.value)}</span>
          </div>
          <p className={styles.basis}>{[row.interval == null ? null : format.interval(metric, ...row.interval), t(metric === 'threeP' ? 'authors' : 'count', { count: row.n, n: format.number(row.n) })].filter(Boolean).join(' · ')}</p>
          <p>{row.owner == null ? <span className={styles.noOwner}>{t('noOwner')}</span> : [row.owner.functionName, row.owner.userName].filter(Boolean).join(', ')}</p>
          <ul className={styles.shares}>
            {functions
              .flatMap((item) => { const found = row.degrees.get(item.id); return found?.share == null || found.degree === 0 ? [] : [{ ...item, share: found.share }]; })
              .toSorted((a, b) => b.share - a.share)
              .map((item) => <li key={item.id} style={{ flexGrow: item.share }}><span>{item.name}</span> {format.share(item.share)}</li>)}
          </ul>
        </li>
      ))}
    </ul>
  );
};
