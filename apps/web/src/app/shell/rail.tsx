import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { Mark } from '../mark';
import { pages, type AppPage } from '../pages';
import styles from './rail.module.css';

const inRail = (page: AppPage): page is AppPage & { nav: NonNullable<AppPage['nav']> } => page.nav != null;

/** The way between pages: a rail at the left, on a phone a bar at the bottom. */
export const Rail = () => {
  const { t } = useTranslation();
  const { workspaceId = '' } = useParams();
  const { pathname } = useLocation();
  const root = `/w/${workspaceId}`;
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <Link to={root} className={styles.logo} aria-label={t('nav.home')}><Mark /></Link>
      <ul className={styles.list}>
        {pages.filter(inRail).map(({ path, nav: { key, icon: Glyph, match = path } }) => {
          const here = pathname === `${root}/${match}` || pathname.startsWith(`${root}/${match}/`);
          return (
            <li key={path} data-key={key}>
              <Link to={`${root}/${path}`} className={styles.link} aria-current={here ? 'page' : undefined}>
                <Glyph size={20} stroke={1.6} aria-hidden />
                <span>{t(`nav.${key}`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
