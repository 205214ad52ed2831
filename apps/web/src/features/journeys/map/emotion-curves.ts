import { curveMonotoneX, line, scaleLinear } from 'd3';

export interface CurvePoint {
  x: number;
  value: number;
}

export const EMOTION_HEIGHT = 104;
export const emotionY = scaleLinear([-2, 2], [EMOTION_HEIGHT - 12, 12]).clamp(true);

const draw = line<CurvePoint>().x(({ x }) => x).y(({ value }) => emotionY(value)).curve(curveMonotoneX);

/** A smooth curve through points from left to right that never overshoots them. */
export const emotionCurve = (points: readonly CurvePoint[]): string => draw(points) ?? '';

/** What lies between two curves, as far as both reach; null where they never stand over each other. */
export const gapBetween = (one: readonly CurvePoint[], other: readonly CurvePoint[]): { path: string; from: number; to: number } | null => {
  if (one.length < 2 || other.length < 2) return null;
  const [from, to] = [Math.max(one[0]?.x ?? 0, other[0]?.x ?? 0), Math.min(one.at(-1)?.x ?? 0, other.at(-1)?.x ?? 0)];
  if (from >= to) return null;
  // The same curve drawn backwards closes the shape; what it closes beyond `from` and `to` belongs to no gap.
  return { path: `${emotionCurve(one)}L${emotionCurve(other.toReversed()).slice(1)}Z`, from, to };
};
