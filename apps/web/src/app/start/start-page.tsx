import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NewJourney, type Door } from '../../features/journeys/list/new-journey';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import { IconFileImport, IconPlayerPlay, IconRoute, type Icon } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { useOpenDemo } from '../demo/use-demo';
import styles from './start.module.css';

const DoorCard = ({ icon: Glyph, title, text, children }: { icon: Icon; title: string; text: string; children: ReactNode }) => (
  <li className={styles.door}>
    <span className={styles.glyph}><Glyph size={20} stroke={1.6} aria-hidden /></span>
    <h2>{title}</h2>
    <p>{text}</p>
    <div className={styles.actions}>{children}</div>
  </li>
);

const DemoDoor = () => {
  const { t } = useTranslation();
  const words = useProblemWords();
  const open = useOpenDemo();
  return (
    <DoorCard icon={IconPlayerPlay} title={t('start.demo.title')} text={t('start.demo.text')}>
      {open.isError ? <ErrorState compact words={words(open.error)} /> : null}
      <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>{t('start.demo.action')}</Button>
    </DoorCard>
  );
};

/** The first run: three ways into an empty workspace. */
export const StartPage = () => {
  const { t } = useTranslation();
  const { id, name } = useWorkspace();
  const [door, setDoor] = useState<Door | null>(null);
  return (
    <>
      <PageHeader title={t('start.title')} />
      <Page width="medium">
        <div className={styles.lead}>
          <p className={styles.name}>{name}</p>
          <p>{t('start.lead')}</p>
        </div>
        <ul className={styles.doors}>
          <DoorCard icon={IconRoute} title={t('start.template.title')} text={t('start.template.text')}>
            <Button onClick={() => setDoor('template')}>{t('start.template.action')}</Button>
          </DoorCard>
          <DoorCard icon={IconFileImport} title={t('start.import.title')} text={t('start.import.text')}>
            <Button variant="default" onClick={() => setDoor('file')}>{t('start.import.map')}</Button>
            <Button variant="default" component={Link} to={`/w/${id}/imports/new`}>{t('start.import.data')}</Button>
          </DoorCard>
          <DemoDoor />
        </ul>
      </Page>
      <NewJourney door={door} onDoor={setDoor} onClose={() => setDoor(null)} />
    </>
  );
};
