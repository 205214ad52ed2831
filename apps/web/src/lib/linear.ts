type Span = readonly [number, number];

/** Takes one span onto another in a straight line, and on beyond both ends. d3's scales would bring their number and date formats along. */
export const linear = ([fromLow, fromHigh]: Span, [toLow, toHigh]: Span) => (value: number): number =>
  toLow + ((value - fromLow) / (fromHigh - fromLow)) * (toHigh - toLow);

/** The value, or the nearer end of the span where it lies beyond. */
export const clamp = (value: number, [low, high]: Span): number => Math.min(high, Math.max(low, value));
