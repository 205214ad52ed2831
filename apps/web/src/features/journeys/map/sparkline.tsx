import type { TrendPoint } from '@afferent/contracts';
import { area, curveMonotoneX, extent, line, scaleLinear } from 'd3';
import { useMemo } from 'react';
import styles from './popover.module.css';

interface SparklineProps {
  points: readonly TrendPoint[];
  label: string;
  width?: number;
  height?: number;
}

type Shown = TrendPoint & { value: number };
const isShown = (point: TrendPoint): point is Shown => point.value !== null;

/** A small trend: the value's line, its interval as a band, the last value as a dot. */
export const Sparkline = ({ points, label, width = 236, height = 44 }: SparklineProps) => {
  const drawn = useMemo(() => {
    const bounds = extent(points.flatMap(({ value, ciLow, ciHigh }) => [value, ciLow, ciHigh].flatMap((figure) => figure ?? [])));
    const [low, high] = bounds[0] === undefined ? [0, 1] : bounds;
    const x = scaleLinear([0, Math.max(1, points.length - 1)], [3, width - 5]);
    const y = scaleLinear([low, high === low ? low + 1 : high], [height - 4, 4]);
    const indexed = points.map((point, index) => ({ point, index }));
    const has = ({ point }: { point: TrendPoint }) => isShown(point);
    const at = (figure: number | null) => y(figure ?? low);
    const last = indexed.findLast(has);
    return {
      band: area<(typeof indexed)[number]>().defined(has).x(({ index }) => x(index)).y0(({ point }) => at(point.ciLow ?? point.value)).y1(({ point }) => at(point.ciHigh ?? point.value)).curve(curveMonotoneX)(indexed),
      path: line<(typeof indexed)[number]>().defined(has).x(({ index }) => x(index)).y(({ point }) => at(point.value)).curve(curveMonotoneX)(indexed),
      last: last === undefined ? null : { x: x(last.index), y: at(last.point.value) },
    };
  }, [points, width, height]);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className={styles.band} d={drawn.band ?? ''} />
      <path className={styles.line} d={drawn.path ?? ''} />
      {drawn.last === null ? null : <circle cx={drawn.last.x} cy={drawn.last.y} r={3} className={styles.dot} />}
    </svg>
  );
};
