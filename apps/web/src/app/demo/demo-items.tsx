import { can } from '@afferent/domain';
import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../lib/problem-words';
import { useWorkspace } from '../../lib/session';
import { IconPlayerPlay, IconTrash } from '../../ui/icons';
import { demoQuery } from './demo.queries';
import { useOpenDemo, useRemoveDemo } from './use-demo';

/** A menu's entries about the demo: inside one, its removal; anywhere else, the way into one. */
export const DemoItems = ({ iconSize = 14 }: { iconSize?: number }) => {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { id, role } = useWorkspace();
  const demo = useQuery(demoQuery(id));
  // The menu has closed by the time the server answers, so a failure cannot stand in it.
  const tell = (error: Error) => {
    const { title, todo } = words(error);
    notifications.show({ color: 'red', title, message: todo });
  };
  const opening = useOpenDemo(tell);
  const removal = useRemoveDemo(id, tell);
  if (!demo.isSuccess) return null;
  if (demo.data == null) return <Menu.Item leftSection={<IconPlayerPlay size={iconSize} aria-hidden />} onClick={() => opening.mutate()}>{t('start.demo.action')}</Menu.Item>;
  if (!can({ kind: 'user', role }, 'workspace:delete')) return null;
  return <Menu.Item c="var(--bad)" leftSection={<IconTrash size={iconSize} aria-hidden />} onClick={() => removal.mutate()}>{t('demo.remove')}</Menu.Item>;
};
