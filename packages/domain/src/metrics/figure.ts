import type { Distribution } from './distribution.js';
import { estimateOf, type Estimate } from './estimate.js';
import type { Formula } from './formula.js';
import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from './settings.js';
import { showsFigures, statusOf, type FigureStatus } from './status.js';

/** A figure as it may be shown: `n` and `status` always, the rest null below 10 answers. */
export interface Figure {
  readonly n: number;
  readonly effectiveN: number | null;
  readonly value: number | null;
  readonly weightedValue: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly se: number | null;
  readonly status: FigureStatus;
}

/** Hides an estimate as its number of answers demands (A3); null stands for no answers at all. */
export const figureFrom = (estimate: Estimate | null, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): Figure => {
  const n = estimate?.n ?? 0;
  const status = statusOf(n, settings);
  if (estimate == null || !showsFigures(n, settings)) {
    return { n, effectiveN: null, value: null, weightedValue: null, ciLow: null, ciHigh: null, se: null, status };
  }
  const { effectiveN, value, weightedValue, ciLow, ciHigh, se } = estimate;
  return { n, effectiveN, value, weightedValue, ciLow, ciHigh, se, status };
};

/** The figure of a histogram by one formula; `null` instead of a histogram means that nothing was asked or answered. */
export const figureOf = (formula: Formula, distribution: Distribution | null, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): Figure =>
  figureFrom(distribution == null ? null : estimateOf(formula, distribution, settings), settings);
