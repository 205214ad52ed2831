/** Version of the methods below; it changes whenever a default or a formula changes, so that stored figures can be told apart. */
export const METHOD_VERSION = '1';

/** Settings of the metrics. Thresholds are numbers of answers, `minEffect` is in points of the metric's scale. */
export interface MetricSettings {
  readonly confidence: number;
  readonly nps: { readonly ci: 'adjusted_wald'; readonly kPrivacy: number; readonly nShow: number; readonly nReliable: number };
  readonly heatmap: { readonly test: 'pooled_z'; readonly q: number };
  readonly csi: { readonly scale: 'minmax'; readonly minAnsweredWeight: number };
  readonly ces: { readonly report: 'top3' };
  readonly threeP: { readonly weights: { readonly people: number; readonly process: number; readonly product: number }; readonly minWeightShare: number };
  readonly alert: { readonly minEffect: number };
}

/** Defaults of the methodology, section 0. */
export const DEFAULT_METRIC_SETTINGS: MetricSettings = {
  confidence: 0.95,
  nps: { ci: 'adjusted_wald', kPrivacy: 5, nShow: 10, nReliable: 30 },
  heatmap: { test: 'pooled_z', q: 0.1 },
  csi: { scale: 'minmax', minAnsweredWeight: 0.5 },
  ces: { report: 'top3' },
  threeP: { weights: { people: 1, process: 1, product: 1 }, minWeightShare: 2 / 3 },
  alert: { minEffect: 5 },
};
