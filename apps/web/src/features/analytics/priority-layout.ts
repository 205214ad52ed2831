import type { PulsePriority } from '@afferent/contracts';
import { extent, scaleLinear, scaleSqrt } from 'd3';

export interface PlacedPoint { id: string; name: string; weight: number; value: number }
interface Box { left: number; right: number; top: number; bottom: number }
export interface Label { text: string; x: number; y: number; anchor: 'start' | 'end' | 'middle' }

export const RADIUS = 6;
const GAP = 4;
const LINE = 13;
/** Mean width of a letter at the labels' size; a little wide, so that neighbours never touch. */
const LETTER = 6.1;
const LONGEST = 26;

/** Contacts a month spread over three powers of ten: their square roots leave room on the quiet side and keep zero at the edge. */
export const priorityScales = (by: PulsePriority['by'], points: readonly PlacedPoint[], plot: Box) => {
  const padded = (values: readonly number[], share: number): [number, number] => {
    const [low = 0, high = 1] = extent(values) as [number?, number?];
    const room = Math.max((high - low) * share, 1);
    return [low - room, high + room];
  };
  const weights = points.map(({ weight }) => weight);
  const [low, high] = padded(weights, 0.06);
  return {
    x: by === 'contacts' ? scaleSqrt().domain([0, Math.max(...weights) * 1.06]).range([plot.left, plot.right]) : scaleLinear().domain([Math.max(0, low), Math.min(10, high)]).range([plot.left, plot.right]),
    y: scaleLinear().domain(padded(points.map(({ value }) => value), 0.08)).range([plot.bottom, plot.top]),
  };
};

/** Room for one printed number. */
const TICK = 56;

/** The ticks whose numbers neither touch the one before nor stick out of the plot. */
export const spacedTicks = (ticks: readonly number[], x: (tick: number) => number, plot: Box): number[] => ticks.reduce<number[]>((kept, tick) => {
  const before = kept.at(-1);
  return x(tick) > plot.right - TICK / 2 || (before != null && x(tick) - x(before) < TICK) ? kept : [...kept, tick];
}, []);

const overlaps = (one: Box, other: Box) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const around = (x: number, y: number, by: number): Box => ({ left: x - by, right: x + by, top: y - by, bottom: y + by });
const shorten = (name: string) => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`);

/**
 * Where each point's name can stand without touching a point or another name: right of it, left, above or below; null where nowhere.
 * Points are tried in the order given, so the first ones keep their names when room is short.
 */
export const placeLabels = (points: readonly { name: string; x: number; y: number }[], plot: Box): (Label | null)[] => {
  const taken = points.map(({ x, y }) => around(x, y, RADIUS + 1));
  return points.map(({ name, x, y }) => {
    const text = shorten(name);
    const long = text.length * LETTER;
    const candidates: (Label & { box: Box })[] = [
      { text, x: x + RADIUS + GAP, y: y + 4, anchor: 'start', box: { left: x + RADIUS + GAP - 1, right: x + RADIUS + GAP + long, top: y - LINE / 2, bottom: y + LINE / 2 } },
      { text, x: x - RADIUS - GAP, y: y + 4, anchor: 'end', box: { left: x - RADIUS - GAP - long, right: x - RADIUS - GAP + 1, top: y - LINE / 2, bottom: y + LINE / 2 } },
      { text, x, y: y - RADIUS - GAP, anchor: 'middle', box: { left: x - long / 2, right: x + long / 2, top: y - RADIUS - GAP - LINE + 2, bottom: y - RADIUS - 2 } },
      { text, x, y: y + RADIUS + GAP + 8, anchor: 'middle', box: { left: x - long / 2, right: x + long / 2, top: y + RADIUS + 2, bottom: y + RADIUS + GAP + LINE - 2 } },
    ];
    const free = candidates.find(({ box }) => box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom && !taken.some((other) => overlaps(box, other)));
    if (free == null) return null;
    taken.push(free.box);
    return { text: free.text, x: free.x, y: free.y, anchor: free.anchor };
  });
};
