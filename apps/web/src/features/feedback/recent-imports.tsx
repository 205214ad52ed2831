import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { useWorkspace } from '../../lib/session';
import { Tile } from '../../ui/tile';
import { importsQuery } from './feedback.queries';
import styles from './import.module.css';

/** The way back to imports that run or have run. */
export const RecentImports = () => {
  const { t } = useTranslation('feedback');
  const format = useFormat();
  const workspace = useWorkspace();
  const imports = useQuery(importsQuery(workspace.id));
  if ((imports.data?.items.length ?? 0) === 0) return null;
  return (
    <Tile title={t('recent.title')}>
      <ul className={styles.recent}>
        {imports.data?.items.map((item) => (
          <li key={item.id}>
            <Link to={`/w/${workspace.id}/imports/${item.id}`}>{item.fileName}</Link>
            <span>{t(`status.${item.status}`)}</span>
            <span className="muted">{t('recent.accepted', { count: item.accepted, n: format.number(item.accepted) })}</span>
            <span className="muted">{format.instant(item.createdAt, workspace.timezone)}</span>
          </li>
        ))}
      </ul>
    </Tile>
  );
};
