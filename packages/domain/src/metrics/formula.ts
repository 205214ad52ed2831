import { TOP_BOX } from './box-score.js';
import { minMax } from './csi.js';
import { scorePoints, type Scale } from './distribution.js';
import { npsCode, NPS_SCALE } from './nps.js';
import type { PName } from './three-p.js';

/** What a question can measure. */
export type AnswerMetric = 'nps' | 'csat' | 'csi' | 'ces' | 'emotion';

/** What the heat map can show: answers' metrics and the staff's 3P scores. */
export type MapMetric = AnswerMetric | 'threeP' | PName;

/** Every formula a histogram can be read by: the metrics, CES on 0..100 and the plain mean on the question's own scale. */
export type Formula = AnswerMetric | 'ces100' | 'mean';

/** How a formula's interval is made. */
export type IntervalMethod = 'adjusted_wald' | 'wilson' | 't';

const METHODS: Readonly<Record<Formula, IntervalMethod>> = {
  nps: 'adjusted_wald', csat: 'wilson', ces: 'wilson', csi: 't', emotion: 't', ces100: 't', mean: 't',
};

/** The interval a formula is shown with. */
export const intervalMethodOf = (formula: Formula): IntervalMethod => METHODS[formula];

/** Lowest and highest possible value of a formula; for the plain mean, the question's own scale. */
export const boundsOf = (formula: Formula, scale: Scale): Scale => {
  if (formula === 'nps' || formula === 'emotion') return [-100, 100];
  return formula === 'mean' ? scale : [0, 100];
};

const contribution = (formula: Formula, score: number, scale: Scale): number => {
  switch (formula) {
    case 'nps': return 100 * npsCode(score);
    case 'csat': return score > scale[1] - TOP_BOX.csat ? 100 : 0;
    case 'ces': return score > scale[1] - TOP_BOX.ces ? 100 : 0;
    case 'csi':
    case 'ces100': return minMax(score, scale);
    case 'emotion': return 50 * score;
    case 'mean': return score;
  }
};

/**
 * What one answer at each scale point adds on the formula's scale, lowest point first: nps +100/0/−100, csat and ces 100/0 by box,
 * csi min-max 0..100, emotion 50·score. The value is their mean. Throws RangeError for an NPS that is not on 0..10.
 */
export const contributionsOf = (formula: Formula, scale: Scale): number[] => {
  if (formula === 'nps' && (scale[0] !== NPS_SCALE[0] || scale[1] !== NPS_SCALE[1])) throw new RangeError('NPS is defined on 0..10 only');
  return scorePoints(scale).map((score) => contribution(formula, score, scale));
};

/** Unit of a metric on the map. */
export const unitOf = (metric: MapMetric): '-100..100' | '0..100' => (metric === 'nps' || metric === 'emotion' ? '-100..100' : '0..100');

const METHOD_TEXTS: Readonly<Record<MapMetric, string>> = {
  nps: 'promoters minus detractors; adjusted Wald interval',
  csat: 'top-2 box; Wilson interval',
  csi: 'minmax; t interval',
  ces: 'top-3 box; Wilson interval',
  emotion: '50 x mean; t interval',
  threeP: 'composite of staff scores; t interval over authors',
  people: 'mean over authors; t interval over authors',
  process: 'mean over authors; t interval over authors',
  product: 'mean over authors; t interval over authors',
};

/** Formula and interval of a metric in words, as reports state it. */
export const methodOf = (metric: MapMetric): string => METHOD_TEXTS[metric];

/** All scores a question of this metric is reported with, headline first. */
export const formulasOf = (metric: AnswerMetric): readonly Formula[] => {
  switch (metric) {
    case 'nps': return ['nps', 'mean'];
    case 'csat': return ['csat', 'csi', 'mean'];
    case 'csi': return ['csi', 'mean'];
    case 'ces': return ['ces', 'ces100', 'mean'];
    case 'emotion': return ['emotion', 'mean'];
  }
};
