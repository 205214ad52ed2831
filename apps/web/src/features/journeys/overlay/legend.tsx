import { Popover } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { legendStops } from '../../../lib/heat-scale';
import { useFormat } from '../../../lib/i18n';
import { IconArrowDown, IconArrowUp, IconInfoCircle } from '../../../ui/icons';
import { StatusSwatch } from '../../../ui/status-hatch';
import { LegendText } from './legend-text';
import styles from './overlay.module.css';
import type { Comparison } from './overlay-url';
import { withheld } from './reading';
import { isStaffMetric } from './staff-metric';
import type { Heat } from './use-heat';

/** The scale with its numbers, what is not shown, and the method one click away. */
export const Legend = ({ heat, comparison }: { heat: Heat; comparison: Comparison }) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const { heatmap, scale, metric } = heat;
  const [isOpen, setIsOpen] = useState(false);
  // Handled here, so that the key does not also close the open touchpoint.
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    setIsOpen(false);
  };
  if (heatmap === null || scale === null) return null;
  const hasColours = [...heat.readings.values()].some(({ position }) => position !== null);
  const byTarget = comparison === 'target';
  const score = (value: number) => (byTarget ? format.signed(value) : format.number(value));
  const stops = legendStops(scale).map(([offset, colour]) => `${colour} ${offset * 100}%`).join(', ');
  const share = ((scale.centre - scale.low) / (scale.high - scale.low)) * 100;
  const missing = withheld(heatmap);

  return (
    <div className={styles.legend} data-crowded={missing.lowN + missing.hidden + missing.empty > 0 || undefined}>
      {hasColours ? (
        <div className={styles.scale} role="img" aria-label={t(byTarget ? 'legend.scaleToTarget' : 'legend.scale', { low: score(scale.low), high: score(scale.high), centre: format.score(metric, scale.centre) })}>
          <span>{score(scale.low)}</span>
          <span className={styles.bar} style={{ background: `linear-gradient(90deg, ${stops})` }}>
            <i style={{ left: `${share}%` }} />
          </span>
          <span>{score(scale.high)}</span>
          {byTarget ? null : <span className={styles.centre}>{t('legend.mean', { mean: format.score(metric, scale.centre) })}</span>}
        </div>
      ) : null}
      <span className={styles.marks}><IconArrowUp size={11} stroke={2.4} aria-hidden /><IconArrowDown size={11} stroke={2.4} aria-hidden />{t('legend.marksShort')}</span>
      {missing.lowN > 0 ? <StatusSwatch status="low_n" label={t('legend.lowN', { count: missing.lowN })} /> : null}
      {missing.hidden > 0 ? <StatusSwatch status="suppressed_privacy" label={t('legend.hidden', { count: missing.hidden })} /> : null}
      {missing.empty > 0 ? <StatusSwatch status="no_data" label={t(isStaffMetric(metric) ? 'legend.notScored' : 'legend.empty', { count: missing.empty })} /> : null}
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={340}>
        <Popover.Target>
          <button type="button" className={styles.info} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} onKeyDown={closeOnEscape}><IconInfoCircle size={15} aria-hidden />{t('legend.how')}</button>
        </Popover.Target>
        <Popover.Dropdown><LegendText heat={heat} comparison={comparison} /></Popover.Dropdown>
      </Popover>
    </div>
  );
};
