import { ActionIcon, Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconX } from '../../../ui/icons';
import { Filters, type FiltersProps } from './filters';
import styles from './overlay.module.css';

/** The overlay's choices from the lower edge of a phone. */
export const FilterSheet = ({ opened, onClose, ...filters }: FiltersProps & { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('journeys');
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="bottom" size="auto">
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('overlay.label')} className={styles.sheet}>
        <Drawer.Body>
          <div className={styles.sheetHead}>
            <h2>{t('overlay.label')}</h2>
            <ActionIcon aria-label={t('overlay.close')} onClick={onClose}><IconX size={17} aria-hidden /></ActionIcon>
          </div>
          <Filters {...filters} />
          <Button fullWidth mt="md" onClick={onClose}>{t('overlay.done')}</Button>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
};
