import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader, PageHeaderSlot } from '../ui/page-header';
import styles from './frame.module.css';
import { Mark } from './mark';
import { LanguageMenu } from './shell/language-menu';
import { ThemeMenu } from './shell/theme-menu';

/** What surrounds a page that stands in no workspace; its title stands above it. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const onTitle = useCallback((title: string) => { document.title = `${title} · Afferent`; }, []);
  return (
    <PageHeaderSlot value={{ bar, onTitle }}>
      <div className={styles.frame}>
        <header className={styles.top}>
          <span className={styles.brand}><Mark size={26} />Afferent</span>
          <span className={styles.tools}><LanguageMenu /><ThemeMenu /></span>
        </header>
        <main className={styles.main}>
          <div className={styles.panel}>
            <div ref={setBar} className={styles.title} />
            {children}
          </div>
          {window.isSecureContext ? null : <p className={styles.https} role="note">{t('https')}</p>}
        </main>
      </div>
    </PageHeaderSlot>
  );
};

/** A page of few words outside every workspace: what is the matter, and the way on. */
export const FramedMessage = ({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) => (
  <Frame>
    <PageHeader title={title} />
    <div className={styles.message} role="status">{children}</div>
    {action}
  </Frame>
);
