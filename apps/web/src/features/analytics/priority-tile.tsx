import type { Pulse, PulsePriority } from '@afferent/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n';
import { Tile } from '../../ui/tile';
import { ChartTable, TableToggle } from './chart-table';
import { mapLink } from './map-link';
import { PriorityChart, type PriorityPoint } from './priority-chart';
import styles from './priority.module.css';
import pulseStyles from './pulse.module.css';
import { cellsOf, stripScale, type Strip } from './strip';

interface PriorityTileProps { priority: PulsePriority; pulse: Pulse; strip: Strip; base: string }

/** What matters and is weak: importance (or contacts a month) against the strip's metric, as a chart or as a table. */
export const PriorityTile = ({ priority, pulse, strip, base }: PriorityTileProps) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const scale = stripScale(strip);
  const cells = new Map(cellsOf(strip).map((cell) => [cell.touchpointId, cell]));
  const metricName = t(`metrics.${strip.metric}`);
  const weightName = t(`pulse.priority.by.${priority.by}`);
  const shown = priority.points.flatMap((point) => {
    const cell = cells.get(point.touchpointId);
    return cell?.value == null ? [] : [{ ...point, cell, value: cell.value, to: mapLink(base, pulse, strip.metric, { touchpoint: point.touchpointId }) }];
  });
  const points = shown.map(({ cell, value, weight, quadrant, to }): PriorityPoint => ({
    id: cell.touchpointId, name: cell.name, weight, value, to, colour: scale.colour(value),
    words: [
      cell.name, `${metricName} ${format.score(strip.metric, value)}`, cell.ciLow == null || cell.ciHigh == null ? null : format.interval(strip.metric, cell.ciLow, cell.ciHigh),
      t('answers', { count: cell.n, n: format.number(cell.n) }), `${weightName}: ${format.number(weight)}`, t(`pulse.priority.quadrants.${quadrant}`),
    ].filter(Boolean).join(' · '),
  }));
  const title = t(`pulse.priority.title.${priority.by}`);

  return (
    <Tile title={title} to={mapLink(base, pulse, strip.metric)} className={pulseStyles.priority} aside={<TableToggle asTable={asTable} onToggle={() => setAsTable((now) => !now)} />}>
      {asTable ? (
        <ChartTable
          caption={t('pulse.priority.chart', { metric: metricName, weight: weightName })} heads={[t('touchpoint'), weightName, metricName, t('interval'), 'n', t('pulse.priority.field')]}
          rows={shown.map(({ cell, weight, value, quadrant, to }) => ({
            key: cell.touchpointId,
            cells: [
              <Link key="name" to={to}>{cell.name}</Link>, format.number(weight), format.score(strip.metric, value),
              cell.ciLow == null || cell.ciHigh == null ? '—' : format.range(strip.metric, cell.ciLow, cell.ciHigh), format.number(cell.n), t(`pulse.priority.quadrants.${quadrant}`),
            ],
          }))}
        />
      ) : <PriorityChart priority={priority} points={points} metricName={metricName} />}
      <p className={styles.note}>{[t('pulse.priority.means'), asTable || priority.by === 'importance' ? null : t('pulse.priority.rootScale'), priority.omitted === 0 ? null : t('pulse.priority.omitted', { count: priority.omitted })].filter(Boolean).join(' ')}</p>
    </Tile>
  );
};

/** What the matrix needs before it can be drawn. */
export const PriorityHint = ({ base }: { base: string }) => {
  const { t } = useTranslation('analytics');
  return (
    <Tile title={t('pulse.priority.title.importance')}>
      <p className={pulseStyles.hidden}>{t('pulse.priority.none')} <Link to={`${base}/touchpoints`}>{t('pulse.priority.state')}</Link></p>
    </Tile>
  );
};
