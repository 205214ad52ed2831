import { ActionIcon, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconPencil } from '../../../ui/icons';
import { laterDialog } from '../../../ui/later';

const Dialog = laterDialog(async () => (await import('./journey-settings-dialog')).JourneySettingsDialog);

/** The way to the journey's own properties. */
export const JourneySettings = () => {
  const { t } = useTranslation('journeys');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Tooltip label={t('settings.title')}><ActionIcon aria-label={t('settings.title')} onClick={() => setOpened(true)}><IconPencil size={16} aria-hidden /></ActionIcon></Tooltip>
      <Dialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
};
