import { Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { sessionQuery } from '../../lib/session';
import { IconCheck, IconChevronDown, IconPlus } from '../../ui/icons';
import { DemoItems } from '../demo/demo-items';
import { barMenu } from './bar-menu';
import { NewWorkspace } from './later-new-workspace';
import styles from './top-bar.module.css';

/** Which workspace this is, and the way to the others. */
export const WorkspaceMenu = () => {
  const { t } = useTranslation();
  const { workspaceId } = useParams();
  const [isCreating, creation] = useDisclosure();
  const workspaces = useQuery(sessionQuery).data?.workspaces ?? [];
  const here = workspaces.find(({ id }) => id === workspaceId);
  if (here == null) return null;
  return (
    <>
      <Menu {...barMenu}>
        <Menu.Target>
          <Button variant="subtle" color="gray" className={styles.workspaceButton} rightSection={<IconChevronDown size={14} aria-hidden />} aria-label={t('workspace.switch', { name: here.name })} classNames={{ label: styles.workspace }}>
            {here.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('workspace.label')}</Menu.Label>
          {workspaces.map(({ id, name }) => (
            <Menu.Item key={id} component={Link} to={`/w/${id}`} aria-current={id === workspaceId ? 'true' : undefined} leftSection={id === workspaceId ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />}>{name}</Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={creation.open}>{t('workspace.new')}</Menu.Item>
          <DemoItems />
        </Menu.Dropdown>
      </Menu>
      <NewWorkspace opened={isCreating} onClose={creation.close} />
    </>
  );
};
