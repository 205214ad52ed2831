import { AccountMenu } from './account-menu';
import { LanguageMenu } from './language-menu';
import { ThemeMenu } from './theme-menu';
import styles from './top-bar.module.css';
import { WorkspaceMenu } from './workspace-menu';

/** The page's title and actions, then the workspace, language, theme and account. */
export const TopBar = ({ slot }: { slot: (node: HTMLElement | null) => void }) => (
  <header className={styles.bar}>
    <div ref={slot} className={styles.slot} />
    <div className={styles.tools}>
      <WorkspaceMenu />
      <span className={styles.wide}><LanguageMenu /></span>
      <span className={styles.wide}><ThemeMenu /></span>
      <AccountMenu />
    </div>
  </header>
);
