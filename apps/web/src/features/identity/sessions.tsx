import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { Chip } from '../../ui/chip';
import { ErrorState } from '../../ui/error-state';
import { RowsSkeleton } from '../../ui/skeletons';
import { browserName } from './browser-name';
import styles from './identity.module.css';
import { endSession, sessionsQuery } from './identity.queries';
import { Section } from './section';
import { useSave } from './use-save';

/** Where this person is signed in; any other session can be ended. */
export const Sessions = () => {
  const { t } = useTranslation(['identity', 'common']);
  const format = useFormat();
  const words = useProblemWords();
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const end = useSave(endSession, () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }));
  return (
    <Section title={t('sessions.title')} text={t('sessions.text')}>
      {sessions.isPending ? <RowsSkeleton rows={2} label={t('common:loading')} /> : null}
      {sessions.isError ? <ErrorState compact words={words(sessions.error)} onRetry={() => void sessions.refetch()} /> : null}
      <ul className={styles.list}>
        {sessions.data?.items.map(({ id, userAgent, lastSeenAt, current }) => {
          const name = browserName(userAgent) ?? t('sessions.unknown');
          return (
            <li key={id}>
              <div className={styles.grow}><b>{name}</b><span>{t('sessions.seen', { time: format.instant(lastSeenAt) })}</span></div>
              {current ? <Chip tone="accent">{t('sessions.current')}</Chip> : <Button variant="default" loading={end.isPending && end.variables === id} aria-label={t('sessions.endOne', { name })} onClick={() => end.mutate(id)}>{t('sessions.end')}</Button>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
