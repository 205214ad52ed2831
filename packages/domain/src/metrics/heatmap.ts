import { changeOf, type Change } from './change.js';
import type { Estimate } from './estimate.js';
import { benjaminiHochberg } from './false-discovery.js';
import { figureFrom, type Figure } from './figure.js';
import type { MapMetric } from './formula.js';
import { pooledTest, poolMoments, type PooledTest } from './pooled-test.js';
import { DEFAULT_METRIC_SETTINGS, type MetricSettings } from './settings.js';
import { shrink } from './shrinkage.js';
import { isReliable } from './status.js';

/** One touchpoint's estimate now, and before where periods are compared; null = no answers. */
export interface MapCellInput {
  readonly now: Estimate | null;
  readonly before?: Estimate | null;
}

/** A cell of the heat map: its figure, its test against the rest of the family, its shrunken value and its change. */
export interface MapCell extends Figure {
  readonly difference: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  readonly significant: 'above' | 'below' | null;
  readonly marked: boolean;
  readonly shrunk: number | null;
  readonly change: Change | null;
}

/** A heat map: cells in the order given and how many of them were tested at which false discovery rate. */
export interface MapFigures {
  readonly family: { readonly tested: number; readonly q: number };
  readonly cells: readonly MapCell[];
}

const UNTESTED: PooledTest = { difference: null, se: null, z: null, p: null };

/** Adjusts the p-values that exist, leaving nulls where they were. */
const adjust = (p: readonly (number | null)[]): (number | null)[] => {
  const adjusted = benjaminiHochberg(p.filter((value): value is number => value != null));
  let next = 0;
  return p.map((value) => (value == null ? null : (adjusted[next++] ?? null)));
};

const testsOf = (cells: readonly MapCellInput[], settings: MetricSettings): PooledTest[] => {
  const inFamily = (estimate: Estimate | null): estimate is Estimate => estimate != null && isReliable(estimate.n, settings);
  const momentsOf = ({ n, value, variance }: Estimate) => ({ n, mean: value, variance });
  const total = poolMoments(cells.map(({ now }) => now).filter(inFamily).map(momentsOf));
  return cells.map(({ now }) => (total != null && inFamily(now) ? pooledTest(momentsOf(now), total) : UNTESTED));
};

const shrunkOf = (cells: readonly MapCellInput[], settings: MetricSettings): (number | null)[] => {
  const members = cells.map(({ now }) =>
    now != null && now.se != null && now.se > 0 && isReliable(now.n, settings) ? { value: now.value, se: now.se } : null);
  const fit = shrink(members.filter((member) => member != null));
  let next = 0;
  return members.map((member) => (member == null ? null : (fit?.cells[next++]?.value ?? null)));
};

const changesOf = (metric: MapMetric, cells: readonly MapCellInput[], settings: MetricSettings): (Change | null)[] => {
  const changes = cells.map(({ now, before }) => changeOf(metric, now, before ?? null, settings));
  const adjusted = adjust(changes.map((change) => change?.p ?? null));
  return changes.map((change, index) => (change == null ? null : { ...change, pAdjusted: adjusted[index] ?? null }));
};

/**
 * Figures of one screen (one metric, period and slice): cells with n ≥ 30 form the family, each is tested against the rest of it
 * with pooled variance (A5), p-values are adjusted by Benjamini–Hochberg, values shrunken by A6, changes tested as a family of
 * their own. Without variation or without a rest a cell keeps its status and has no p.
 */
export const heatmapOf = (metric: MapMetric, cells: readonly MapCellInput[], settings: MetricSettings = DEFAULT_METRIC_SETTINGS): MapFigures => {
  const tests = testsOf(cells, settings);
  const adjusted = adjust(tests.map(({ p }) => p));
  const shrunk = shrunkOf(cells, settings);
  const changes = changesOf(metric, cells, settings);
  return {
    family: { tested: adjusted.filter((p) => p != null).length, q: settings.heatmap.q },
    cells: cells.map(({ now }, index) => {
      const { difference, z, p } = tests[index] ?? UNTESTED;
      const pAdjusted = adjusted[index] ?? null;
      const significant = pAdjusted != null && pAdjusted <= settings.heatmap.q && difference ? (difference > 0 ? 'above' : 'below') : null;
      const { n, effectiveN, value, weightedValue, ciLow, ciHigh, se, status } = figureFrom(now, settings);
      return {
        n,
        effectiveN,
        value,
        weightedValue,
        ciLow,
        ciHigh,
        se,
        status,
        difference,
        z,
        p,
        pAdjusted,
        significant,
        marked: significant != null && Math.abs(difference ?? 0) >= settings.alert.minEffect,
        shrunk: shrunk[index] ?? null,
        change: changes[index] ?? null,
      };
    }),
  };
};
