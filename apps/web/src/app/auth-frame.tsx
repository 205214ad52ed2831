import { Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { PageHeaderSlot } from '../ui/page-header';
import styles from './auth-frame.module.css';
import { Loading } from './loading';
import { Mark } from './mark';
import { LanguageMenu } from './shell/language-menu';
import { ThemeMenu } from './shell/theme-menu';

/** The frame of the pages before the sign-in; their title stands above the form. */
export const AuthFrame = () => {
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
            <Suspense fallback={<Loading />}><Outlet /></Suspense>
          </div>
          {window.isSecureContext ? null : <p className={styles.https} role="note">{t('https')}</p>}
        </main>
      </div>
    </PageHeaderSlot>
  );
};
