import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import { rememberWorkspace, sessionQuery } from '../../lib/session';
import { PageHeaderSlot } from '../../ui/page-header';
import { Loading } from '../loading';
import { NotFoundPage } from '../not-found-page';
import { Rail } from './rail';
import styles from './shell.module.css';
import { TopBar } from './top-bar';
import { UnreadSession } from './unread-session';
import { usePageTitle } from './use-page-title';

/** The frame of a workspace: the rail, the top bar and the page. */
export const Shell = () => {
  const { t } = useTranslation();
  const { workspaceId = '' } = useParams();
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const onTitle = usePageTitle();
  const session = useQuery(sessionQuery);
  const known = session.data?.workspaces.some(({ id }) => id === workspaceId) ?? false;
  useEffect(() => { if (known) rememberWorkspace(workspaceId); }, [known, workspaceId]);

  return (
    <PageHeaderSlot value={{ bar, onTitle }}>
      <a className={styles.skip} href="#main">{t('skip')}</a>
      <div className={styles.app}>
        <Rail />
        <div className={styles.column}>
          <TopBar slot={setBar} />
          <main id="main" className={styles.main} tabIndex={-1}>
            <Suspense fallback={<Loading />}>{known ? <Outlet /> : session.isError ? <UnreadSession /> : <NotFoundPage />}</Suspense>
          </main>
        </div>
      </div>
    </PageHeaderSlot>
  );
};
