import type { Estimate } from './estimate.js';
import { minMax } from './csi.js';
import { clip } from './probability.js';
import { mean, meanEstimate, sum } from './sample.js';
import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from './settings.js';
import { compositeOf, RUBRIC_SCALE, THREE_P, type PName } from './three-p.js';

/** One author's latest rubric level (1..5) per P; null where the author did not score it. */
export type AuthorScores = Readonly<Record<PName, number | null>>;

const estimateFrom = (values: readonly number[], value: number, n: number, settings: MetricSettings): Estimate => {
  const { mean: m, se, interval } = meanEstimate(values, settings.confidence);
  const shift = value - (m ?? value);
  const [ciLow, ciHigh] = interval == null ? [null, null] : clip([interval[0] + shift, interval[1] + shift], 0, 100);
  const variance = m == null ? 0 : sum(values.map((each) => (each - m) ** 2)) / values.length;
  return { n, effectiveN: n, value, weightedValue: value, ciLow, ciHigh, se, variance, centre: value };
};

/** Authors' levels of one P rescaled to 0..100. */
const rescaled = (authors: readonly AuthorScores[], p: PName): number[] =>
  authors.flatMap((author) => (author[p] == null ? [] : [minMax(author[p], RUBRIC_SCALE)]));

/** Current scores 0..100 per P: mean over authors of their latest level; null where nobody scored (A12). */
export const currentScores = (authors: readonly AuthorScores[]): Record<PName, number | null> => ({
  people: mean(rescaled(authors, 'people')),
  process: mean(rescaled(authors, 'process')),
  product: mean(rescaled(authors, 'product')),
});

/** One P of a touchpoint by staff: mean over authors, t interval from 2 authors on, n = authors (A12). Null without scores. */
export const pEstimate = (p: PName, authors: readonly AuthorScores[], settings: MetricSettings = DEFAULT_METRIC_SETTINGS): Estimate | null => {
  const values = rescaled(authors, p);
  const value = mean(values);
  return value == null ? null : estimateFrom(values, value, values.length, settings);
};

/**
 * 3P composite of a touchpoint by staff: composite of the Ps' current scores, n = authors. Its interval comes from the authors'
 * own composites, so it is null below 2 of those. Null when too few Ps were scored (A12).
 */
export const threePEstimate = (authors: readonly AuthorScores[], settings: MetricSettings = DEFAULT_METRIC_SETTINGS): Estimate | null => {
  const { weights, minWeightShare } = settings.threeP;
  const { composite } = compositeOf(currentScores(authors), weights, minWeightShare);
  if (composite == null) return null;
  const scored = authors.filter((author) => THREE_P.some((p) => author[p] != null));
  const own = scored.flatMap((author) => {
    const scores = { people: rescaled([author], 'people')[0] ?? null, process: rescaled([author], 'process')[0] ?? null, product: rescaled([author], 'product')[0] ?? null };
    return compositeOf(scores, weights, minWeightShare).composite ?? [];
  });
  return estimateFrom(own, composite, scored.length, settings);
};
