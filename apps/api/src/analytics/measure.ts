import { addDistributions, emptyDistribution, type AnswerMetric, type Distribution, type MapMetric, type Scale } from '@afferent/domain';

/** A question as the reports see it. */
export interface AskedQuestion {
  readonly id: string;
  /** Null: about the whole journey. */
  readonly touchpointId: string | null;
  readonly metric: AnswerMetric;
  readonly scale: Scale;
}

/** Histograms by question; a question without answers is absent. */
export type Histograms = ReadonlyMap<string, Distribution>;

const STAFF_METRICS: ReadonlySet<MapMetric> = new Set(['threeP', 'people', 'process', 'product']);

/** Whether a metric comes from the staff's scores rather than from answers. */
export const isStaffMetric = (metric: MapMetric): metric is Exclude<MapMetric, AnswerMetric> => STAFF_METRICS.has(metric);

/** Metrics of questions that can serve a metric of the map: CSI is also the min-max index of CSAT. */
export const servedBy = (metric: AnswerMetric): AnswerMetric[] => (metric === 'csi' ? ['csi', 'csat'] : [metric]);

/** Questions by what they are about: a touchpoint's id, or null for the whole journey. */
export const byPlace = (questions: readonly AskedQuestion[]): ReadonlyMap<string | null, readonly AskedQuestion[]> => {
  const places = new Map<string | null, AskedQuestion[]>();
  for (const question of questions) {
    const here = places.get(question.touchpointId);
    if (here == null) places.set(question.touchpointId, [question]);
    else here.push(question);
  }
  return places;
};

/** Those of one place's questions that measure `metric`; CSAT stands in for CSI only where no CSI is asked. */
export const serving = (metric: AnswerMetric, here: readonly AskedQuestion[] = []): readonly AskedQuestion[] => {
  const own = here.filter((question) => question.metric === metric);
  return own.length > 0 || metric !== 'csi' ? own : here.filter((question) => question.metric === 'csat');
};

/** Answers of several questions of one scale together; null where nothing is asked. */
export const pooled = (questions: readonly AskedQuestion[], histograms: Histograms): Distribution | null => {
  const [first] = questions;
  if (first == null) return null;
  return questions.reduce((all, { id }) => {
    const histogram = histograms.get(id);
    return histogram == null ? all : addDistributions(all, histogram);
  }, emptyDistribution(first.scale));
};
