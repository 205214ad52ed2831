import type { Pulse } from '@afferent/contracts';
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { INK, type HeatScale } from '../../lib/heat-scale';
import { useFormat } from '../../lib/i18n';
import { statusClass } from '../../ui/status-hatch';
import { Tile } from '../../ui/tile';
import { mapLink } from './map-link';
import styles from './pulse.module.css';
import { stripScale, type Strip, type StripCell } from './strip';

const CellLink = ({ cell, strip, scale, to }: { cell: StripCell; strip: Strip; scale: HeatScale; to: string }) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const n = t('answers', { count: cell.n, n: format.number(cell.n) });
  const value = cell.value == null ? null : format.score(strip.metric, cell.value);
  const interval = cell.ciLow == null || cell.ciHigh == null ? null : format.interval(strip.metric, cell.ciLow, cell.ciHigh);
  const words = [cell.name, value ?? t(`status.${cell.status}`), interval, n, cell.marked && cell.significant != null ? t(`marked.${cell.significant}`) : null].filter(Boolean).join(' · ');
  return (
    <Tooltip label={words} multiline maw={280}>
      <Link
        to={to} aria-label={words} className={[styles.cell, statusClass(cell.status)].filter(Boolean).join(' ')} data-marked={cell.marked ? cell.significant : undefined}
        style={cell.value == null ? undefined : { backgroundColor: scale.colour(cell.value), color: INK }}
      >
        {value == null ? '–' : format.number(cell.value ?? 0)}
        {cell.marked ? <span aria-hidden className={styles.mark}>{cell.significant === 'above' ? '▲' : '▼'}</span> : null}
      </Link>
    </Tooltip>
  );
};

/** The journey as a heat strip: every touchpoint in map order under its stage, coloured as on the map. */
export const StripTile = ({ pulse, strip, base }: { pulse: Pulse; strip: Strip; base: string }) => {
  const { t } = useTranslation('analytics');
  const scale = stripScale(strip);
  return (
    <Tile title={t('pulse.strip.title', { metric: t(`metrics.${strip.metric}`) })} to={mapLink(base, pulse, strip.metric)} className={styles.strip} aside={<span className={styles.legend}>{t('pulse.strip.legend')}</span>}>
      <ol className={styles.stages}>
        {strip.stages.filter((stage) => stage.cells.length > 0).map((stage) => (
          <li key={stage.stageId} style={{ flexGrow: stage.cells.length }} className={styles.stage}>
            <span className={styles.stageName} title={stage.name}>{stage.name}</span>
            <div className={styles.cells}>
              {stage.cells.map((cell) => <CellLink key={cell.touchpointId} cell={cell} strip={strip} scale={scale} to={mapLink(base, pulse, strip.metric, { touchpoint: cell.touchpointId })} />)}
            </div>
          </li>
        ))}
      </ol>
    </Tile>
  );
};
