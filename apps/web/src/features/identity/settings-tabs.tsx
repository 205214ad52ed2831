import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { can, type Action } from '@afferent/domain';
import { useWorkspace } from '../../lib/session';
import styles from './identity.module.css';

const tabs: readonly { path: 'members' | 'workspace' | 'apiKeys' | 'account'; to: string; action: Action }[] = [
  { path: 'members', to: 'members', action: 'member:read' },
  { path: 'workspace', to: 'workspace', action: 'workspace:read' },
  { path: 'apiKeys', to: 'api-keys', action: 'api-key:read' },
  { path: 'account', to: 'account', action: 'account:read' },
];

/** The settings' pages that this person may open. */
export const SettingsTabs = () => {
  const { t } = useTranslation(['identity', 'common']);
  const { id, role } = useWorkspace();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the row is longer than the screen. The braces keep the promise that newer browsers return away from the effect.
  useEffect(() => {
    void nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={nav} className={styles.tabs} aria-label={t('settings.pages')}>
      {tabs.filter(({ action }) => can({ kind: 'user', role }, action)).map(({ path, to }) => <NavLink key={to} to={`/w/${id}/settings/${to}`}>{t(`settings.${path}`)}</NavLink>)}
    </nav>
  );
};
