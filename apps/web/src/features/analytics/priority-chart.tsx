import type { PulsePriority } from '@afferent/contracts';
import { Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { INK } from '../../lib/heat-scale';
import { useFormat } from '../../lib/i18n';
import { placeLabels, priorityScales, RADIUS, spacedTicks, type PlacedPoint } from './priority-layout';
import styles from './priority.module.css';

export interface PriorityPoint extends PlacedPoint {
  colour: string;
  to: string;
  /** Value, interval, n, weight and field in words. */
  words: string;
}

interface PriorityChartProps { priority: PulsePriority; points: readonly PriorityPoint[]; metricName: string }

const MARGIN = { left: 34, right: 10, top: 8, bottom: 34 };

/**
 * Four fields around the means; every point is a link with its figures. Drawn with D3 and not as a Recharts scatter,
 * because names that stand beside their points have to know where all the others are.
 */
export const PriorityChart = ({ priority, points, metricName }: PriorityChartProps) => {
  const { t } = useTranslation('analytics');
  const format = useFormat();
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const plot = { left: MARGIN.left, right: Math.max(MARGIN.left + 1, width - MARGIN.right), top: MARGIN.top, bottom: Math.max(MARGIN.top + 1, height - MARGIN.bottom) };
  const { x, y } = priorityScales(priority.by, points, plot);
  const placed = points.map((point) => ({ ...point, x: x(point.weight), y: y(point.value) }));
  const labels = placeLabels(placed, plot);
  const [meanX, meanY] = [x(priority.meanWeight), y(priority.meanValue)];

  return (
    <div ref={ref} className={styles.chart}>
      {width === 0 ? null : (
        <svg width={width} height={height} role="group" aria-label={t('pulse.priority.chart', { metric: metricName, weight: t(`pulse.priority.by.${priority.by}`) })}>
          <rect className={styles.concentrate} x={meanX} y={meanY} width={Math.max(0, plot.right - meanX)} height={Math.max(0, plot.bottom - meanY)} />
          <line className={styles.cross} x1={meanX} x2={meanX} y1={plot.top} y2={plot.bottom} />
          <line className={styles.cross} x1={plot.left} x2={plot.right} y1={meanY} y2={meanY} />
          {y.ticks(4).filter(Number.isInteger).map((tick) => <text key={tick} className={styles.tick} x={plot.left - 8} y={y(tick) + 4} textAnchor="end">{format.number(tick)}</text>)}
          {spacedTicks(x.ticks(6), x, plot).map((tick) => <text key={tick} className={styles.tick} x={x(tick)} y={plot.bottom + 14} textAnchor="middle">{format.number(tick)}</text>)}
          <text className={styles.axis} x={plot.left + 6} y={plot.top + 8}>↑ {metricName}</text>
          <text className={styles.axis} x={plot.right} y={height - 4} textAnchor="end">{t(`pulse.priority.axis.${priority.by}`)} →</text>
          <text className={styles.field} x={plot.right - 6} y={plot.bottom - 6} textAnchor="end">{t('pulse.priority.quadrants.concentrate')}</text>
          {labels.map((label, index) => (label == null ? null : <text key={placed[index]?.id} className={styles.label} x={label.x} y={label.y} textAnchor={label.anchor} aria-hidden>{label.text}</text>))}
          {placed.map((point) => (
            <Tooltip key={point.id} label={point.words} multiline maw={300}>
              <Link to={point.to} className={styles.point} aria-label={point.words}>
                <circle className={styles.reach} cx={point.x} cy={point.y} r={12} />
                <circle className={styles.dot} cx={point.x} cy={point.y} r={RADIUS} stroke={INK} style={{ fill: point.colour }} />
              </Link>
            </Tooltip>
          ))}
        </svg>
      )}
    </div>
  );
};
