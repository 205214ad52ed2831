import fc from 'fast-check';
import { addDistributions, answersIn, tally, unweighted, type Distribution } from './distribution.js';
import { changeOf } from './change.js';
import { csiOf } from './csi.js';
import { estimateOf } from './estimate.js';
import { benjaminiHochberg } from './false-discovery.js';
import { figureOf } from './figure.js';
import { contributionsOf, type AnswerMetric } from './formula.js';
import { heatmapOf } from './heatmap.js';
import { influenceShares, potentialsOf } from './influence.js';
import { adjustedWaldInterval } from './nps-interval.js';
import { npsOf } from './nps.js';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { tCritical } from './probability.js';
import { meanEstimate } from './sample.js';
import { shrink } from './shrinkage.js';
import { pEstimate, threePEstimate } from './three-p-estimate.js';
import { compositeOf } from './three-p.js';

// The same examples in every run.
fc.configureGlobal({ seed: 20_261_121 });

const NPS = [0, 10] as const;
const FIVE = [1, 5] as const;
const METRICS: readonly (readonly [AnswerMetric, readonly [number, number]])[] = [['nps', NPS], ['csat', FIVE], ['csi', [1, 10]], ['ces', [1, 7]], ['emotion', [-2, 2]]];
const count = fc.integer({ min: 0, max: 400 });
const histogram = (scale: readonly [number, number]) => {
  const length = scale[1] - scale[0] + 1;
  return fc.array(count, { minLength: length, maxLength: length }).map((counts) => unweighted(scale, counts));
};
const weightedHistogram = (scale: readonly [number, number]) =>
  fc.array(fc.record({ score: fc.integer({ min: scale[0], max: scale[1] }), weight: fc.double({ min: 0.01, max: 20, noNaN: true }) }), { minLength: 1, maxLength: 60 }).map((answers) => {
    const { distribution } = tally(answers.map(({ score }) => score), scale);
    const weights = distribution.counts.map(() => 0);
    for (const { score, weight } of answers) weights[score - scale[0]] = (weights[score - scale[0]] ?? 0) + weight;
    return { answers, distribution: { ...distribution, weights, weightSquares: answers.reduce((all, { weight }) => all + weight ** 2, 0) } satisfies Distribution };
  });

test('the raw NPS lies inside its adjusted interval from two answers on', () => {
  fc.assert(fc.property(count, count, count, (promoters, passives, detractors) => {
    fc.pre(promoters + passives + detractors >= 2);
    const { nps } = npsOf({ promoters, passives, detractors });
    const [low, high] = adjustedWaldInterval({ promoters, passives, detractors }) ?? [Number.NaN, Number.NaN];
    expect(low).toBeLessThanOrEqual(nps ?? Number.NaN);
    expect(high).toBeGreaterThanOrEqual(nps ?? Number.NaN);
  }));
});

test.each(METRICS)('a histogram gives the same %s, weighted value and interval as the single answers', (metric, scale) => {
  fc.assert(fc.property(weightedHistogram(scale), ({ answers, distribution }) => {
    const contributions = contributionsOf(metric, scale);
    const each = answers.map(({ score, weight }) => ({ x: contributions[score - scale[0]] ?? Number.NaN, weight }));
    const raw = meanEstimate(each.map(({ x }) => x));
    const total = each.reduce((all, { weight }) => all + weight, 0);
    const estimate = estimateOf(metric, distribution);
    expect(estimate?.n).toBe(answers.length);
    expect(estimate?.value).toBeCloseTo(raw.mean ?? Number.NaN, 8);
    expect(estimate?.weightedValue).toBeCloseTo(each.reduce((all, { x, weight }) => all + x * weight, 0) / total, 8);
    expect(estimate?.effectiveN).toBeCloseTo(total ** 2 / each.reduce((all, { weight }) => all + weight ** 2, 0), 8);
    expect(estimate?.effectiveN ?? Number.NaN).toBeLessThanOrEqual(answers.length + 1e-9);
    if ((metric === 'csi' || metric === 'emotion') && raw.se != null) expect(estimate?.se).toBeCloseTo(raw.se, 8);
  }));
});

test.each(METRICS)('%s: value inside its interval, interval inside the scale', (metric, scale) => {
  fc.assert(fc.property(histogram(scale), (distribution) => {
    fc.pre(answersIn(distribution) >= 10);
    const { value, ciLow, ciHigh } = figureOf(metric, distribution);
    const [low, high] = metric === 'nps' || metric === 'emotion' ? [-100, 100] : [0, 100];
    expect(ciLow ?? Number.NaN).toBeGreaterThanOrEqual(low);
    expect(ciHigh ?? Number.NaN).toBeLessThanOrEqual(high);
    expect(ciLow ?? Number.NaN).toBeLessThanOrEqual((value ?? Number.NaN) + 1e-9);
    expect(ciHigh ?? Number.NaN).toBeGreaterThanOrEqual((value ?? Number.NaN) - 1e-9);
  }));
});

test.each([[0, 'no_data'], [1, 'suppressed_privacy'], [4, 'suppressed_privacy'], [5, 'low_n'], [9, 'low_n'], [10, 'low_n'], [29, 'low_n'], [30, 'ok']] as const)('%i answers are %s', (n, status) => {
  const figure = figureOf('csi', unweighted(FIVE, [0, 0, n, 0, 0]));
  expect(figure.status).toBe(status);
  expect(figure.n).toBe(n);
  expect(figure.value).toBe(n < 10 ? null : 50);
  expect(figure.effectiveN).toBe(n < 10 ? null : n);
  expect([figure.ciLow, figure.ciHigh]).toEqual(n < 10 ? [null, null] : [50, 50]);
});

test('adding histograms does not depend on the order, and scales are never mixed', () => {
  fc.assert(fc.property(histogram(FIVE), histogram(FIVE), (a, b) => expect(addDistributions(a, b)).toEqual(addDistributions(b, a))));
  expect(() => addDistributions(unweighted(FIVE, [1, 0, 0, 0, 0]), unweighted(NPS, Array.from({ length: 11 }, () => 1)))).toThrow('never pooled');
});

test('Benjamini–Hochberg keeps the order of p, never lowers one and stays within 1', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 80 }), (p) => {
    const adjusted = benjaminiHochberg(p);
    p.forEach((value, index) => {
      expect(adjusted[index] ?? 0).toBeGreaterThanOrEqual(value);
      expect(adjusted[index] ?? 2).toBeLessThanOrEqual(1);
      p.forEach((other, j) => { if (value < other) expect(adjusted[index] ?? 2).toBeLessThanOrEqual(adjusted[j] ?? -1); });
    });
  }), { numRuns: 40 });
});

test('the map does not depend on the order of its cells', () => {
  const cells = fc.array(histogram(FIVE), { minLength: 2, maxLength: 12 });
  fc.assert(fc.property(cells, (distributions) => {
    const inputs = distributions.map((distribution) => ({ now: estimateOf('csi', distribution) }));
    const forward = heatmapOf('csi', inputs).cells;
    const backward = [...heatmapOf('csi', [...inputs].reverse()).cells].reverse();
    forward.forEach((cell, index) => {
      expect(backward[index]?.significant).toBe(cell.significant);
      if (cell.pAdjusted != null) expect(backward[index]?.pAdjusted).toBeCloseTo(cell.pAdjusted, 9);
      if (cell.shrunk != null) expect(backward[index]?.shrunk).toBeCloseTo(cell.shrunk, 9);
    });
  }), { numRuns: 50 });
});

test('cells below 30 answers change nothing in the family, and have no test of their own', () => {
  fc.assert(fc.property(histogram(FIVE), histogram(FIVE), fc.integer({ min: 10, max: 29 }), (a, b, n) => {
    fc.pre(answersIn(a) >= 30 && answersIn(b) >= 30);
    const inputs = [a, b].map((distribution) => ({ now: estimateOf('csi', distribution) }));
    const small = { now: estimateOf('csi', unweighted(FIVE, [n, 0, 0, 0, 0])) };
    const both = heatmapOf('csi', inputs).cells;
    const all = heatmapOf('csi', [...inputs, small]);
    expect(all.cells.slice(0, 2)).toEqual(both);
    expect(all.cells[2]).toMatchObject({ status: 'low_n', value: 0, p: null, pAdjusted: null, significant: null, marked: false, shrunk: null, difference: null });
  }));
});

test('without variation or without a rest a cell stays ok and has no p', () => {
  const same = { now: estimateOf('csi', unweighted([1, 4], [0, 300, 0, 0])) };
  const flat = heatmapOf('csi', [same, same]);
  expect(flat.family.tested).toBe(0);
  expect(flat.cells[0]).toMatchObject({ status: 'ok', p: null, pAdjusted: null, significant: null, marked: false, shrunk: null });
  const alone = heatmapOf('csi', [{ now: estimateOf('csi', unweighted(FIVE, [10, 10, 10, 10, 10])) }, { now: null }]);
  expect(alone.cells[0]).toMatchObject({ status: 'ok', value: 50, p: null, pAdjusted: null, significant: null, difference: null });
  expect(alone.cells[1]).toMatchObject({ n: 0, status: 'no_data', value: null });
});

test('a mark needs significance and five points', () => {
  const near = heatmapOf('csi', [{ now: estimateOf('csi', unweighted(FIVE, [0, 0, 0, 8000, 2000])) }, { now: estimateOf('csi', unweighted(FIVE, [0, 0, 0, 9000, 1000])) }]);
  expect(near.cells.map(({ significant, marked }) => [significant, marked])).toEqual([['above', false], ['below', false]]);
  const far = heatmapOf('csi', [{ now: estimateOf('csi', unweighted(FIVE, [0, 0, 0, 0, 10000])) }, { now: estimateOf('csi', unweighted(FIVE, [0, 0, 0, 9000, 1000])) }]);
  expect(far.cells.map(({ marked }) => marked)).toEqual([true, true]);
});

test('shrinkage pulls towards the common mean and never past it; fewer than three cells have none', () => {
  const cell = fc.record({ value: fc.double({ min: -100, max: 100, noNaN: true }), se: fc.double({ min: 0.1, max: 40, noNaN: true }) });
  fc.assert(fc.property(fc.array(cell, { minLength: 3, maxLength: 30 }), (cells) => {
    const fit = shrink(cells);
    cells.forEach(({ value }, index) => {
      const shrunk = fit?.cells[index]?.value ?? Number.NaN;
      expect(shrunk).toBeGreaterThanOrEqual(Math.min(value, fit?.mean ?? Number.NaN) - 1e-9);
      expect(shrunk).toBeLessThanOrEqual(Math.max(value, fit?.mean ?? Number.NaN) + 1e-9);
    });
  }));
  expect(shrink([{ value: 1, se: 1 }, { value: 2, se: 1 }])).toBeNull();
});

test('a change is the mirror of its reverse, and too few answers have none', () => {
  fc.assert(fc.property(histogram(NPS), histogram(NPS), (a, b) => {
    fc.pre(answersIn(a) >= 30 && answersIn(b) >= 30);
    const [now, before] = [estimateOf('nps', a), estimateOf('nps', b)];
    const there = changeOf('nps', now, before);
    const back = changeOf('nps', before, now);
    expect(there?.diff).toBeCloseTo(-(back?.diff ?? Number.NaN), 9);
    expect(there?.ciLow).toBeCloseTo(-(back?.ciHigh ?? Number.NaN), 9);
    expect(there?.p).toBeCloseTo(back?.p ?? Number.NaN, 9);
  }));
  expect(changeOf('nps', estimateOf('nps', unweighted(NPS, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9])), estimateOf('nps', unweighted(NPS, [99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])))).toBeNull();
});

test('shares of influence sum to 1 and the potentials to the distance of the whole', () => {
  const degrees = fc.dictionary(fc.constantFrom('sales', 'it', 'service', 'finance'), fc.integer({ min: 0, max: 3 }), { minKeys: 1 });
  fc.assert(fc.property(fc.array(fc.record({ degrees, value: fc.double({ min: 0, max: 100, noNaN: true }) }), { minLength: 1, maxLength: 9 }), (points) => {
    const shared = points.flatMap(({ degrees: each, value }) => {
      const shares = influenceShares(each);
      return shares == null ? [] : [{ weight: 1 / points.length, value, target: null, shares }];
    });
    for (const { shares } of shared) expect(Object.values(shares).reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12);
    const total = [...potentialsOf(shared).values()].reduce((all, { potential }) => all + potential, 0);
    expect(total).toBeCloseTo(shared.reduce((all, { weight, value }) => all + weight * (100 - value), 0), 8);
  }));
  expect(influenceShares({ sales: 0, it: 0 })).toBeNull();
});

test('staff scores: mean over authors, no interval below two, ties of the weakest in the fixed order', () => {
  const author = (people: number | null, process: number | null, product: number | null) => ({ people, process, product });
  expect(pEstimate('people', [author(5, 3, 1)])).toMatchObject({ n: 1, value: 100, ciLow: null, ciHigh: null });
  expect(pEstimate('process', [author(5, 3, 1), author(null, 5, 1)])).toMatchObject({ n: 2, value: 75 });
  expect(threePEstimate([author(5, 3, 1), author(5, 3, 1)])).toMatchObject({ n: 2, value: 50, ciLow: 50, ciHigh: 50 });
  expect(threePEstimate([author(5, null, null)])).toBeNull();
  expect(compositeOf({ people: 50, process: 50, product: 50 }).weakest).toBe('people');
});

test('the index takes as many respondents as there are', () => {
  const rows = (score: number) => Array.from({ length: 150_000 }, () => [score]);
  expect(csiOf({ importance: rows(4), satisfaction: rows(3), scale: FIVE })).toMatchObject({ n: 150_000, value: 50, se: 0 });
});

test('the critical value of t for many answers agrees with the exact quantile', () => {
  for (const confidence of [0.8, 0.9, 0.95, 0.99]) {
    for (const df of [300, 301, 777, 5000, 100_000, 3_000_000]) expect(Math.abs(tCritical(confidence, df) - tQuantile(0.5 + confidence / 2, df))).toBeLessThan(1e-9);
  }
});
