import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { IconFilter } from '../../../ui/icons';
import { laterDialog } from '../../../ui/later';
import { Filters, type FiltersProps } from './filters';
import { Legend } from './legend';
import styles from './overlay.module.css';

const Sheet = laterDialog(async () => (await import('./filter-sheet')).FilterSheet);

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
      <Sheet opened={opened} onClose={() => setOpened(false)} {...filters} />
    </div>
  );
};

/** The overlay's choices and its legend; on a phone the choices move into a sheet. */
export const Toolbar = memo(ToolbarOf);
Toolbar.displayName = 'Toolbar';
