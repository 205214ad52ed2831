import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setLocale, useFormat } from '../../lib/i18n';
import { IconCheck } from '../../ui/icons';
import { barMenu } from './bar-menu';

/** Each language is named in itself, so that it is found by those who cannot read the other. */
export const languages = [{ code: 'en', name: 'English' }, { code: 'ru', name: 'Русский' }] as const;

export const LanguageMenu = () => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return (
    <Menu {...barMenu}>
      <Menu.Target>
        <Button variant="subtle" color="gray" px={8} aria-label={t('language.switch')}>{locale.toUpperCase()}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ code, name }) => (
          <Menu.Item key={code} lang={code} onClick={() => void setLocale(code)} leftSection={code === locale ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />}>{name}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
