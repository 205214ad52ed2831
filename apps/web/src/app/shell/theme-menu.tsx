import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '../../ui/icons';
import { barMenu } from './bar-menu';

export const themes = [{ key: 'auto', icon: IconDeviceDesktop }, { key: 'light', icon: IconSun }, { key: 'dark', icon: IconMoon }] as const;

export const ThemeMenu = () => {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Glyph = themes.find(({ key }) => key === colorScheme)?.icon ?? IconDeviceDesktop;
  return (
    <Menu {...barMenu}>
      <Menu.Target>
        <ActionIcon aria-label={t('theme.switch')}><Glyph size={17} stroke={1.6} aria-hidden /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {themes.map(({ key, icon: Item }) => (
          <Menu.Item key={key} onClick={() => setColorScheme(key)} leftSection={<Item size={15} stroke={1.6} aria-hidden />} rightSection={key === colorScheme ? <IconCheck size={14} aria-hidden /> : null}>{t(`theme.${key}`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
