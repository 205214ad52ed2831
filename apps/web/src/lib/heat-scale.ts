import { interpolateLab, piecewise, scaleDiverging } from 'd3';

/**
 * Terracotta → sand → teal: the two ends differ along the blue–yellow axis, which every common colour blindness keeps,
 * and both are light enough for INK to stay above 4.5:1 on every step (see the spec).
 */
export const RAMP = ['#cf6a45', '#e5a276', '#f1e6cd', '#93c0c5', '#4a96a8'] as const;

/** The one text colour of a coloured card, the same in the light and the dark theme. */
export const INK = '#1d1c19';

export interface HeatScale {
  /** Ends of the printed legend, clipped to what the metric can reach. */
  readonly low: number;
  readonly centre: number;
  readonly high: number;
  colour(value: number): string;
}

interface ScaleInput {
  /** The map's mean, or 0 when values are distances to their targets. */
  centre: number;
  values: readonly number[];
  /** What the metric can reach: [0, 100] or [-100, 100]. */
  bounds: readonly [number, number];
}

const ramp = piecewise(interpolateLab, [...RAMP]);

/**
 * One symmetric scale for the whole map: equal distances above and below the centre look equally strong, and a map whose cells
 * hardly differ stays pale because the half-width never falls under a tenth of the metric's span (twentieth for a two-sided one).
 */
export function heatScale({ centre, values, bounds }: ScaleInput): HeatScale {
  const [min, max] = bounds;
  const furthest = values.reduce((most, value) => Math.max(most, Math.abs(value - centre)), 0);
  const half = Math.max(10, Math.ceil(furthest / 5) * 5);
  const scale = scaleDiverging<string>([centre - half, centre, centre + half], ramp).clamp(true);
  return {
    low: Math.max(min, centre - half),
    centre,
    high: Math.min(max, centre + half),
    colour: (value) => scale(value),
  };
}

/** Colour stops of the legend's bar, left to right, as `[offset 0..1, colour]`. */
export function legendStops(scale: HeatScale, steps = 12): [number, string][] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    return [share, scale.colour(scale.low + share * (scale.high - scale.low))];
  });
}
