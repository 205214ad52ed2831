import { ActionIcon, Button, Drawer } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { IconFilter, IconX } from '../../../ui/icons';
import { Filters, type FiltersProps } from './filters';
import { Legend } from './legend';
import styles from './overlay.module.css';

const ToolbarOf = ({ isPhone, ...filters }: FiltersProps & { isPhone: boolean }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const { heat, overlay } = filters;
  if (!isPhone) {
    return (
      <div className={styles.toolbar} role="group" aria-label={t('overlay.label')} aria-busy={heat.isFetching}>
        <Filters {...filters} />
        <Legend heat={heat} comparison={overlay.comparison} />
      </div>
    );
  }
  const summary = [
    t(`metric.${heat.metric}.name`),
    heat.period === null ? null : format.period(heat.period.from, heat.period.to),
    overlay.comparison === 'none' ? null : t(`compare.${overlay.comparison}`),
    overlay.segment,
    overlay.channel,
  ].filter((part) => part !== null).join(' · ');
  return (
    <div className={styles.phoneBar}>
      <Button variant="default" leftSection={<IconFilter size={15} aria-hidden />} onClick={() => setOpened(true)} className={styles.filterButton}>{summary}</Button>
      <Legend heat={heat} comparison={overlay.comparison} />
      <Drawer.Root opened={opened} onClose={() => setOpened(false)} position="bottom" size="auto">
        <Drawer.Overlay />
        <Drawer.Content aria-label={t('overlay.label')} className={styles.sheet}>
          <Drawer.Body>
            <div className={styles.sheetHead}>
              <h2>{t('overlay.label')}</h2>
              <ActionIcon aria-label={t('overlay.close')} onClick={() => setOpened(false)}><IconX size={17} aria-hidden /></ActionIcon>
            </div>
            <Filters {...filters} />
            <Button fullWidth mt="md" onClick={() => setOpened(false)}>{t('overlay.done')}</Button>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </div>
  );
};

/** The overlay's choices and its legend; on a phone the choices move into a sheet. */
export const Toolbar = memo(ToolbarOf);
Toolbar.displayName = 'Toolbar';
