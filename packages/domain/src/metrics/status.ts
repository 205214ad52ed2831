import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from './settings.js';

/** How far a figure may be trusted by its number of answers. */
export type FigureStatus = 'no_data' | 'suppressed_privacy' | 'low_n' | 'ok';

/** Status by number of answers (A3): 0 no data; 1–4 hidden for privacy; 5–29 low n; from 30 on full use. */
export const statusOf = (n: number, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): FigureStatus => {
  if (n <= 0) return 'no_data';
  if (n < settings.nps.kPrivacy) return 'suppressed_privacy';
  return n < settings.nps.nReliable ? 'low_n' : 'ok';
};

/** Whether value and interval may be shown: from 10 answers on. */
export const showsFigures = (n: number, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): boolean => n >= settings.nps.nShow;

/** Whether the counts behind a figure may be shown: from 5 answers on (A3 rule 2). */
export const showsCounts = (n: number, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): boolean => n >= settings.nps.kPrivacy;

/** Whether a figure takes part in tests and rankings: from 30 answers on. */
export const isReliable = (n: number, settings: MetricSettings = DEFAULT_METRIC_SETTINGS): boolean => n >= settings.nps.nReliable;
