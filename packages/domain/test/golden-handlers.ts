import {
  acsiOf, adjustedNpsMoments, adjustedWaldInterval, benjaminiHochberg, benjaminiYekutieli, boxScore, cesOf, compareNps, comparePanelNps,
  compositeOf, csiOf, disconfirmation, expectationGap, hhi, importancePerformance, influenceShares, NPS_SCALE, npsCountsOf, npsMoments, npsOf, poolMoments, pooledTest,
  potentialsOf, poststratifiedNps, restOf, sampleSizeForDifference, sampleSizeForHalfWidth, scoreInterval, shrink, tally, waldInterval,
  weightedGap, weightedNps, type NpsCounts, type NpsDifference, type PairedTest, type PName, type Quadrant,
} from '../src/index.js';

type Handler = (inputs: never) => unknown;

const shares = (counts: NpsCounts) => {
  const { nps, sharePromoters, sharePassives, shareDetractors } = npsOf(counts);
  return { nps, share_promoters: sharePromoters, share_passives: sharePassives, share_detractors: shareDetractors };
};

const ratings = (inputs: { ratings: unknown[] }) => {
  const { distribution, rejected } = tally(inputs.ratings, NPS_SCALE);
  const counts = npsCountsOf(distribution);
  const { n, nps } = npsOf(counts);
  return { ...counts, n, nps, n_rejected: rejected };
};

const interval = ({ confidence, ...counts }: NpsCounts & { confidence: number }) => {
  const plain = npsMoments(counts);
  const adjusted = adjustedNpsMoments(counts);
  return {
    nps: plain?.nps, variance: plain?.variance, se_wald: plain?.se, wald: waldInterval(counts, confidence),
    n_adj: adjusted.n, nps_adj: adjusted.nps, se_adj: adjusted.se, adjusted_wald: adjustedWaldInterval(counts, confidence),
    score: scoreInterval(counts, confidence),
  };
};

const tested = ({ diff, se, z, p, low, high }: NpsDifference) => ({ diff, se, z, p, lo: low, hi: high });

const compared = (inputs: { a: NpsCounts; b: NpsCounts; confidence: number }) => {
  const result = compareNps(inputs.a, inputs.b, inputs.confidence);
  return result && { raw_diff: result.rawDiff, adjusted: tested(result.adjusted), unadjusted: tested(result.unadjusted) };
};

const paired = ({ mean, se, t, df, p }: PairedTest) => ({ diff: mean, se, t, df, p });

const cellMoments = (counts: NpsCounts) => {
  const moments = npsMoments(counts);
  return { n: moments?.n ?? 0, mean: moments?.nps ?? 0, variance: 1e4 * (moments?.variance ?? 0) };
};

const cellAgainstRest = ({ cell, total }: { cell: NpsCounts; total: NpsCounts }) => {
  const rest = restOf(total, cell);
  const whole = poolMoments([cellMoments(cell), cellMoments(rest)]);
  const test = whole && pooledTest(cellMoments(cell), whole);
  return {
    nps_cell: npsOf(cell).nps, nps_rest: npsOf(rest).nps, diff: test?.difference, pooled_variance: (whole?.variance ?? 0) / 1e4,
    se: test?.se, z: test?.z, p: test?.p,
  };
};

const weights = (inputs: { codes: number[]; weights: number[] }) => {
  const result = weightedNps(inputs.codes, inputs.weights);
  return result && {
    nps: result.nps, n: result.n, n_eff: result.effectiveN, deff: result.designEffect, se_linearised: result.se, adjusted_wald_neff: result.interval,
  };
};

const poststratified = (inputs: { strata: { share: number; P: number; N: number; D: number }[] }) => {
  const result = poststratifiedNps(inputs.strata.map(({ share, P, N, D }) => ({ share, promoters: P, passives: N, detractors: D })));
  return result && { nps: result.nps, se: result.se, lo: result.interval[0], hi: result.interval[1], unweighted_nps: result.unweightedNps };
};

const csi = (inputs: { importance: (number | null)[][]; satisfaction: (number | null)[][]; scale_min: number; scale_max: number; min_answered_weight: number }) => {
  const result = csiOf({
    importance: inputs.importance, satisfaction: inputs.satisfaction, scale: [inputs.scale_min, inputs.scale_max], minAnsweredWeight: inputs.min_answered_weight,
  });
  return {
    mean_importance: result.meanImportance, mean_satisfaction: result.meanSatisfaction, weights: result.weights, csi_weighted_mean: result.weightedMean,
    csi_minmax_aggregate: result.aggregate, csi_ratio: result.ratio, csi_minmax_respondent: result.value, n_used: result.n, se: result.se,
    lo: result.interval?.[0], hi: result.interval?.[1],
  };
};

const acsi = (inputs: { means: number[]; weights: number[]; scale_min: number; scale_max: number }) =>
  ({ acsi: acsiOf(inputs.means, inputs.weights, [inputs.scale_min, inputs.scale_max]) });

const ces = (inputs: { ratings: number[]; confidence: number }) => {
  const result = cesOf(inputs.ratings, [1, 7], inputs.confidence);
  return {
    n: result.mean.n, mean: result.mean.mean, se: result.mean.se, mean_ci: result.mean.interval, ces100: result.ces100,
    top3_box: result.box.value, top3_ci: result.box.interval,
  };
};

const gap = (inputs: { expectation: number[]; perception: number[] }) => {
  const { n, mean, se, t, df, p, interval: ci } = expectationGap(inputs.expectation, inputs.perception);
  return { n, gap: mean, se, t, df, p, ci };
};

const disconfirmed = (inputs: { d: number[] }) => {
  const { index, shareWorse, shareBetter } = disconfirmation(inputs.d);
  return { index, share_worse: shareWorse, share_better: shareBetter };
};

const threeP = (inputs: { scores: Record<PName, number | null>; weights: Record<PName, number>; min_weight_share: number }) => {
  const { composite, geometric, weakest, spread } = compositeOf(inputs.scores, inputs.weights, inputs.min_weight_share);
  return { composite, composite_geometric: geometric, weakest, spread };
};

const adjusted = (inputs: { p: number[] }) => {
  const bh = benjaminiHochberg(inputs.p);
  return { adjusted_bh: bh, adjusted_by: benjaminiYekutieli(inputs.p), reject_q05: bh.map((p) => p <= 0.05), reject_q10: bh.map((p) => p <= 0.1) };
};

const shrunk = (inputs: { nps: number[]; se: number[] }) => {
  const fit = shrink(inputs.nps.map((value, index) => ({ value, se: inputs.se[index] ?? 0 })));
  return fit && {
    mu_fixed: fit.fixedMean, Q: fit.q, tau2: fit.tau2, mu: fit.mean, shrink: fit.cells.map(({ kept }) => kept),
    posterior: fit.cells.map(({ value }) => value), posterior_se: fit.cells.map(({ se }) => se),
  };
};

const influence = (inputs: { influence: Record<string, Record<string, number>>; touchpoint_weight: Record<string, number>; touchpoint_score: Record<string, number> }) => {
  const points = Object.keys(inputs.touchpoint_weight);
  const degreesOf = (point: string) => Object.fromEntries(Object.entries(inputs.influence).map(([name, row]) => [name, row[point] ?? 0]));
  const share = Object.fromEntries(points.map((point) => [point, influenceShares(degreesOf(point)) ?? {}]));
  const potentials = potentialsOf(points.map((point) => ({
    weight: inputs.touchpoint_weight[point] ?? 0, value: inputs.touchpoint_score[point] ?? 0, target: null, shares: share[point] ?? {},
  })));
  return {
    share,
    hhi: Object.fromEntries(points.map((point) => [point, hhi(share[point] ?? {})])),
    potential: Object.fromEntries([...potentials].map(([name, { potential }]) => [name, potential])),
    potential_share: Object.fromEntries([...potentials].map(([name, { potentialShare }]) => [name, potentialShare])),
  };
};

const quadrantWords: Record<Quadrant, string> = { concentrate: 'concentrate here', keep_up: 'keep up', low_priority: 'low priority', possible_overkill: 'possible overkill' };

const ipa = ({ items }: { items: { name: string; importance: number; performance: number }[] }) => {
  const result = importancePerformance(items);
  const byName = <T>(pick: (item: { quadrant: Quadrant; potential: number }) => T) => Object.fromEntries(items.flatMap(({ name }, index) => {
    const item = result?.items[index];
    return item == null ? [] : [[name, pick(item)]];
  }));
  return {
    mean_importance: result?.meanImportance, mean_performance: result?.meanPerformance,
    quadrant: byName(({ quadrant }) => quadrantWords[quadrant]), improvement_potential: byName(({ potential }) => potential),
  };
};

/** One handler per kind of case, by file and the start of the case's id; a case without a handler fails the test. */
export const goldenHandlers: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '01_nps': { counts: shares, empty: shares, ratings20: ratings, invalid_dropped: ratings },
  '02_nps_ci': { ci: interval },
  '03_nps_diff': {
    diff: compared,
    paired_panel: (inputs: { before: number[]; after: number[] }) => paired(comparePanelNps(inputs.before, inputs.after)),
    pooled_cell_vs_rest: cellAgainstRest,
  },
  '04_nps_weighted': { weights, poststratified },
  '05_nps_sample_size': {
    moe: (i: { p: number; d: number; half_width_points: number; confidence: number }) =>
      ({ n: sampleSizeForHalfWidth({ promoters: i.p, detractors: i.d }, i.half_width_points, i.confidence) }),
    mde: (i: { p: number; d: number; difference_points: number; alpha: number; power: number }) =>
      ({ n_per_group: sampleSizeForDifference({ promoters: i.p, detractors: i.d }, i.difference_points, i.alpha, i.power) }),
  },
  '06_csat': {
    csat: (i: { top2: number; n: number; confidence: number }) => {
      const { value, interval: ci } = boxScore(i.top2, i.n, i.confidence);
      return { csat: value, lo: ci?.[0], hi: ci?.[1] };
    },
  },
  '07_csi': { complete: csi, missing: csi, acsi },
  '08_ces': { ces },
  '09_expectation_gap': {
    paired: gap,
    disconfirmation: disconfirmed,
    servqual_weighted: (i: { gaps: Record<string, number>; points: Record<string, number> }) => ({ weighted_gap: weightedGap(i.gaps, i.points) }),
  },
  '10_three_p': { equal: threeP, weighted: threeP, self_service: threeP, missing: threeP },
  '13_benjamini_hochberg': { benjamini1995: adjusted, ties_unsorted: adjusted, single: adjusted, empty: adjusted },
  '14_shrinkage': { five_cells: shrunk },
  '17_ipa': { four: ipa },
  '24_influence_matrix': { four_functions: influence },
};
