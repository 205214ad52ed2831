import type { Demo } from '@afferent/contracts';
import { can } from '@afferent/domain';
import { Button, Popover, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/i18n';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { ErrorState } from '../../ui/error-state';
import styles from './demo.module.css';
import { demoQuery } from './demo.queries';
import { useRemoveDemo } from './use-demo';

/** Reports and maps that were loaded while answers were still coming are out of date once they are all there. */
const useRefreshWhenFilled = (status: Demo['status'] | undefined) => {
  const client = useQueryClient();
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'filling' && status === 'ready') void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo' });
    before.current = status;
  }, [client, status]);
};

const Removal = () => {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const words = useProblemWords();
  const remove = useRemoveDemo(id);
  return (
    <>
      {remove.isError ? <ErrorState compact words={words(remove.error)} /> : null}
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>{t('demo.remove')}</Button>
    </>
  );
};

/** Says that everything in this workspace is invented, shows how far it is filled, and removes it. */
export const DemoChip = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, role } = useWorkspace();
  const demo = useQuery(demoQuery(id)).data;
  useRefreshWhenFilled(demo?.status);
  if (demo == null) return null;
  const isFilling = demo.status === 'filling';
  return (
    <Popover width={300} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button variant="light" size="compact-sm" className={styles.chip} aria-label={isFilling ? t('demo.fillingLabel', { done: demo.monthsDone, months: demo.months }) : t('demo.label')}>
          {t('demo.chip')}{isFilling ? ` ${format.number(demo.monthsDone)}/${format.number(demo.months)}` : null}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.about}>
          <p><b>{t('demo.title')}</b></p>
          <p className="muted">{t('demo.text')}</p>
          {isFilling ? (
            <>
              <Progress value={(100 * demo.monthsDone) / Math.max(1, demo.months)} aria-label={t('demo.filling')} />
              <p className="muted">{t('demo.fillingText', { done: demo.monthsDone, months: demo.months })}</p>
            </>
          ) : null}
          {can({ kind: 'user', role }, 'workspace:delete') ? <Removal /> : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
