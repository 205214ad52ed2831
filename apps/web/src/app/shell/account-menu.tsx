import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { setLocale, useFormat } from '../../lib/i18n';
import { sessionQuery } from '../../lib/session';
import { IconBuilding, IconCheck, IconLanguage, IconLogout, IconPlus, IconUser } from '../../ui/icons';
import { DemoItems } from '../demo/demo-items';
import { useSignOut } from '../use-sign-out';
import { barMenu } from './bar-menu';
import { NewWorkspace } from './later-new-workspace';
import { languages } from './language-menu';
import { themes } from './theme-menu';
import styles from './top-bar.module.css';

const initials = (name: string) => name.split(/[\s-]+/u).slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase();

/** What the phone's bar has no room for. */
const Folded = ({ onNewWorkspace }: { onNewWorkspace: () => void }) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { workspaceId } = useParams();
  const workspaces = useQuery(sessionQuery).data?.workspaces ?? [];
  const here = workspaces.find(({ id }) => id === workspaceId);
  const others = workspaces.filter(({ id }) => id !== workspaceId);
  return (
    <>
      {others.map(({ id, name }) => <Menu.Item key={id} component={Link} to={`/w/${id}`} leftSection={<IconBuilding size={16} aria-hidden />}>{name}</Menu.Item>)}
      <Menu.Item onClick={onNewWorkspace} leftSection={<IconPlus size={16} aria-hidden />}>{t('workspace.new')}</Menu.Item>
      {here == null ? null : <DemoItems iconSize={16} />}
      <Menu.Divider />
      {languages.filter(({ code }) => code !== locale).map(({ code, name }) => (
        <Menu.Item key={code} lang={code} onClick={() => void setLocale(code)} leftSection={<IconLanguage size={16} aria-hidden />}>{name}</Menu.Item>
      ))}
      <Menu.Divider />
      {themes.map(({ key, icon: Glyph }) => (
        <Menu.Item key={key} onClick={() => setColorScheme(key)} leftSection={<Glyph size={16} aria-hidden />} rightSection={key === colorScheme ? <IconCheck size={14} aria-hidden /> : null}>{t(`theme.${key}`)}</Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
};

export const AccountMenu = () => {
  const { t } = useTranslation();
  const { workspaceId = '' } = useParams();
  const [isCreating, creation] = useDisclosure();
  const narrow = useMediaQuery('(max-width: 600px)');
  const user = useQuery(sessionQuery).data?.user;
  const format = useFormat();
  const signOut = useSignOut();
  if (user == null) return null;
  const name = format.person(user.name);
  return (
    <>
      <Menu {...barMenu} width={250}>
        <Menu.Target>
          <ActionIcon aria-label={t('account.menu', { name })} radius="xl"><span className={styles.avatar} aria-hidden>{initials(name)}</span></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles.person}><b>{name}</b><span>{user.email}</span></div>
          <Menu.Divider />
          {narrow ? <Folded onNewWorkspace={creation.open} /> : null}
          <Menu.Item component={Link} to={`/w/${workspaceId}/settings/account`} leftSection={<IconUser size={16} aria-hidden />}>{t('account.mine')}</Menu.Item>
          <Menu.Item onClick={() => signOut.mutate()} leftSection={<IconLogout size={16} aria-hidden />}>{t('account.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NewWorkspace opened={isCreating} onClose={creation.close} />
    </>
  );
};
