import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { sessionQuery } from '../../lib/session';
import { DemoChip } from '../demo/demo-chip';
import { AccountMenu } from './account-menu';
import { LanguageMenu } from './language-menu';
import { ThemeMenu } from './theme-menu';
import styles from './top-bar.module.css';
import { WorkspaceMenu } from './workspace-menu';

/** The page's title and actions, then the workspace, language, theme and account. */
export const TopBar = ({ slot }: { slot: (node: HTMLElement | null) => void }) => {
  const { workspaceId } = useParams();
  const isMember = useQuery(sessionQuery).data?.workspaces.some(({ id }) => id === workspaceId) ?? false;
  return (
    <header className={styles.bar}>
      <div ref={slot} className={styles.slot} />
      <div className={styles.tools}>
        {isMember ? <DemoChip /> : null}
        <WorkspaceMenu />
        <span className={styles.wide}><LanguageMenu /></span>
        <span className={styles.wide}><ThemeMenu /></span>
        <AccountMenu />
      </div>
    </header>
  );
};
