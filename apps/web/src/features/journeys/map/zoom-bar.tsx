import { ActionIcon } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import { IconArrowsMaximize, IconMinus, IconPlus } from '../../../ui/icons';
import styles from './grid.module.css';
import type { Zoom, ZoomLevel } from './use-zoom';

const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest('input, textarea, [contenteditable], [role="dialog"], [role="listbox"]') !== null;

const Level = ({ level }: { level: ZoomLevel }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  return <output aria-label={t('zoom.level')}>{format.share(useSyncExternalStore(level.subscribe, level.get))}</output>;
};

/** Zoom by buttons, and by `+`, `−`, `0` and `1` wherever nothing is being typed. */
export const ZoomBar = ({ zoom }: { zoom: Zoom }) => {
  const { t } = useTranslation('journeys');
  useEffect(() => {
    const acts: Record<string, () => void> = { '+': zoom.zoomIn, '=': zoom.zoomIn, '-': zoom.zoomOut, '0': zoom.reset, '1': zoom.fit };
    const onKey = (event: KeyboardEvent) => {
      const run = acts[event.key];
      if (run === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [zoom.zoomIn, zoom.zoomOut, zoom.reset, zoom.fit]);
  return (
    <div className={styles.zoomBar} role="group" aria-label={t('zoom.label')}>
      <ActionIcon size={26} aria-label={t('zoom.out')} aria-keyshortcuts="-" onClick={zoom.zoomOut}><IconMinus size={14} aria-hidden /></ActionIcon>
      <Level level={zoom.level} />
      <ActionIcon size={26} aria-label={t('zoom.in')} aria-keyshortcuts="+" onClick={zoom.zoomIn}><IconPlus size={14} aria-hidden /></ActionIcon>
      <ActionIcon size={26} aria-label={t('zoom.fit')} aria-keyshortcuts="1" onClick={zoom.fit}><IconArrowsMaximize size={14} aria-hidden /></ActionIcon>
    </div>
  );
};
