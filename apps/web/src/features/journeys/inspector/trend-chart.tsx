import type { HeatmapMetric, TrendPoint } from '@afferent/contracts';
import { area, extent, line, scaleLinear } from 'd3';
import { useMemo, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import styles from './inspector.module.css';

interface TrendChartProps {
  points: readonly TrendPoint[];
  metric: HeatmapMetric;
  target: number | null;
}

const WIDTH = 312;
const HEIGHT = 124;
/** Above, room for the target's name when the target is the highest. */
const PAD = { left: 30, right: 8, top: 16, bottom: 18 };

type Placed = TrendPoint & { index: number };
const hasValue = (point: Placed) => point.value !== null;

/** Months as a line with the 95 % band; the month under the pointer is told below, all months stand in a table. */
export const TrendChart = ({ points, metric, target }: TrendChartProps) => {
  const { t } = useTranslation('journeys');
  const format = useFormat();
  const [at, setAt] = useState<number | null>(null);
  const { placed, x, y, ticks } = useMemo(() => {
    const figures = points.flatMap(({ value, ciLow, ciHigh }) => [value, ciLow, ciHigh]).concat(target).flatMap((figure) => figure ?? []);
    const [low, high] = extent(figures);
    const vertical = scaleLinear([low ?? 0, high === low ? (low ?? 0) + 1 : (high ?? 1)], [HEIGHT - PAD.bottom, PAD.top]).nice(3);
    return {
      placed: points.map((point, index): Placed => ({ ...point, index })),
      x: scaleLinear([0, Math.max(1, points.length - 1)], [PAD.left, WIDTH - PAD.right]),
      y: vertical,
      ticks: vertical.ticks(3),
    };
  }, [points, target]);

  const band = area<Placed>().defined(hasValue).x(({ index }) => x(index)).y0(({ ciLow, value }) => y(ciLow ?? value ?? 0)).y1(({ ciHigh, value }) => y(ciHigh ?? value ?? 0))(placed);
  const path = line<Placed>().defined(hasValue).x(({ index }) => x(index)).y(({ value }) => y(value ?? 0))(placed);
  const last = placed.findLast(hasValue);
  const told = (at === null ? undefined : placed[at]) ?? last;
  const tell = (point: TrendPoint) => (point.value === null
    ? t('trend.withheld', { month: format.month(point.from), count: point.n, n: format.number(point.n) })
    : t('trend.month', {
      month: format.month(point.from),
      value: format.score(metric, point.value),
      interval: point.ciLow === null || point.ciHigh === null ? '' : format.interval(metric, point.ciLow, point.ciHigh),
      count: point.n,
      n: format.number(point.n),
    }));
  const find = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = Math.round(x.invert(((event.clientX - box.left) / box.width) * WIDTH));
    setAt(Math.max(0, Math.min(points.length - 1, index)));
  };

  return (
    <div>
      <svg className={styles.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden onPointerMove={find} onPointerLeave={() => setAt(null)}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(tick)} y2={y(tick)} className={styles.gridLine} />
            <text x={PAD.left - 5} y={y(tick) + 3} textAnchor="end">{format.number(tick, Number.isInteger(tick) ? 0 : 1)}</text>
          </g>
        ))}
        <path d={band ?? ''} className={styles.band} />
        {target === null ? null : (
          <>
            <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(target)} y2={y(target)} className={styles.targetLine} />
            <text x={PAD.left + 3} y={y(target) - 4} className={styles.targetLabel}>{t('fact.target')}</text>
          </>
        )}
        <path d={path ?? ''} className={styles.line} />
        {placed.filter(hasValue).map((point) => <circle key={point.index} cx={x(point.index)} cy={y(point.value ?? 0)} r={point.index === told?.index ? 4 : 1.8} className={styles.dot} />)}
        {points[0] === undefined ? null : <text x={PAD.left} y={HEIGHT - 4}>{format.month(points[0].from)}</text>}
        {points.length < 2 ? null : <text x={WIDTH - PAD.right} y={HEIGHT - 4} textAnchor="end">{format.month(points.at(-1)?.from ?? '')}</text>}
      </svg>
      <p className={styles.caption}>{told === undefined ? null : tell(told)}</p>
      <details className={styles.figures}>
        <summary>{t('trend.table')}</summary>
        <table>
          <thead><tr><th scope="col">{t('trend.monthHead')}</th><th scope="col">{t(`metric.${metric}.name`)}</th><th scope="col">{t('fact.interval')}</th><th scope="col">{t('fact.answers')}</th></tr></thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.from}>
                <th scope="row">{format.month(point.from)}</th>
                <td>{point.value === null ? t('trend.none') : format.score(metric, point.value)}</td>
                <td>{point.ciLow === null || point.ciHigh === null ? t('trend.none') : format.range(metric, point.ciLow, point.ciHigh)}</td>
                <td>{format.number(point.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
};
