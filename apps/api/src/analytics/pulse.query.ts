import { Injectable } from '@nestjs/common';
import type { Heatmap, HeatmapMetric, Pulse, PulseHeadline, PulseQuery as PulseParameters } from '@afferent/contracts';
import { changeOf, estimateOf, lastOfMonth, npsCountsOf, npsOf, periodBefore, shiftMonth, showsFigures, type AnswerMetric, type Change, type Distribution, type Period } from '@afferent/domain';
import { HeatmapQuery, overallFigure } from './heatmap.query.js';
import { JourneyMapQuery, type JourneyMap } from './journey-map.query.js';
import { byPlace, pooled, serving, type AskedQuestion } from './measure.js';
import { OwnershipQuery } from './ownership.query.js';
import { PeriodsQuery } from './periods.query.js';
import { priorityOf } from './priority.js';
import { ReadingsQuery } from './readings.query.js';
import { TrendQuery } from './trend.query.js';
import { WorstTouchpointsQuery } from './worst-touchpoints.query.js';

const TREND_MONTHS = 13;

/** The strip shows what most touchpoints are asked; in this order where two are asked equally often. */
const STRIP_METRICS: readonly AnswerMetric[] = ['csi', 'nps', 'ces', 'emotion'];

const NOTHING: Pulse = {
  journey: null, from: null, to: null, compareFrom: null, compareTo: null, nps: null, csi: null, trend: null, strip: null, worst: [], functions: [], priority: null,
};

/** One comparison is a family of its own, so its adjusted p is its p. */
const singleChange = (change: Change | null): PulseHeadline['change'] => (change == null ? null : { ...change, pAdjusted: change.p });

/** Shares of promoters, passives and detractors, percent; null while the figure is hidden. */
const sharesOf = (histogram: Distribution): PulseHeadline['shares'] => {
  const { n, sharePromoters, sharePassives, shareDetractors } = npsOf(npsCountsOf(histogram));
  if (sharePromoters == null || sharePassives == null || shareDetractors == null || !showsFigures(n)) return null;
  return { promoters: sharePromoters, passives: sharePassives, detractors: shareDetractors };
};

const stripMetric = (questions: readonly AskedQuestion[]): AnswerMetric | null => {
  const places = [...byPlace(questions)].filter(([touchpointId]) => touchpointId != null).map(([, here]) => here);
  const counts = STRIP_METRICS.map((metric) => ({ metric, places: places.filter((here) => serving(metric, here).length > 0).length }));
  const best = counts.reduce<{ metric: AnswerMetric | null; places: number }>((most, each) => (each.places > most.places ? each : most), { metric: null, places: 0 });
  return best.metric;
};

const stripOf = (heatmap: Heatmap, { stages, touchpoints }: JourneyMap): Pulse['strip'] => ({
  metric: heatmap.metric,
  stages: stages.map((stage) => ({
    stageId: stage.id,
    name: stage.name,
    cells: touchpoints.flatMap(({ stageId, name }, index) => {
      const cell = heatmap.cells[index];
      return cell != null && stageId === stage.id ? [{ ...cell, name }] : [];
    }),
  })),
});

/** `GET /workspaces/{workspaceId}/pulse`: the figures of the Pulse page in one answer. */
@Injectable()
export class PulseQuery {
  constructor(
    private readonly maps: JourneyMapQuery,
    private readonly periods: PeriodsQuery,
    private readonly readings: ReadingsQuery,
    private readonly heatmaps: HeatmapQuery,
    private readonly trends: TrendQuery,
    private readonly ownerships: OwnershipQuery,
    private readonly worst: WorstTouchpointsQuery,
  ) {}

  async run({ journeyId: asked, from, to }: PulseParameters): Promise<Pulse> {
    const journeyId = asked ?? await this.periods.latestJourney();
    if (journeyId == null) return NOTHING;
    const journey = await this.maps.read(journeyId);
    const { touchpoints, questions } = journey;
    const whole = questions.filter(({ touchpointId }) => touchpointId == null);
    const period = await this.periods.resolve(questions.map(({ id }) => id), { from: from ?? null, to: to ?? null });
    const named = { id: journey.id, name: journey.name };
    if (period.from == null || period.to == null) return { ...NOTHING, journey: named, ...period };
    const now: Period = { from: period.from, to: period.to };
    const before = periodBefore(now);
    const metric = stripMetric(questions);
    const heatmap = metric == null ? null : await this.heatmaps.of(journey, { metric, ...now, compareFrom: before.from, compareTo: before.to });
    const { functions } = await this.ownerships.of(journey, { metric: ownershipMetric(metric), ...now });
    return {
      journey: named,
      ...now,
      compareFrom: before.from,
      compareTo: before.to,
      nps: await this.headline('nps', whole, now, before),
      csi: await this.headline('csi', whole, now, before),
      trend: await this.trend(whole, now),
      strip: heatmap == null ? null : stripOf(heatmap, journey),
      worst: heatmap == null ? [] : await this.worst.run(heatmap, touchpoints),
      functions,
      priority: heatmap == null ? null : priorityOf(heatmap.cells, touchpoints),
    };
  }

  private async headline(metric: AnswerMetric, whole: readonly AskedQuestion[], now: Period, before: Period): Promise<PulseHeadline | null> {
    const used = serving(metric, whole);
    if (used.length === 0) return null;
    const histogramIn = async (period: Period) => pooled(used, await this.readings.histograms(used, period, {}));
    const [current, previous] = [await histogramIn(now), await histogramIn(before)];
    const estimate = current == null ? null : estimateOf(metric, current);
    const earlier = previous == null ? null : estimateOf(metric, previous);
    const figure = overallFigure(estimate);
    if (figure == null) return null;
    return {
      metric,
      now: figure,
      before: overallFigure(earlier),
      change: singleChange(changeOf(metric, estimate, earlier)),
      shares: metric === 'nps' && current != null ? sharesOf(current) : null,
    };
  }

  private async trend(whole: readonly AskedQuestion[], now: Period): Promise<Pulse['trend']> {
    const metric = (['nps', 'csi'] as const).find((each) => serving(each, whole).length > 0);
    if (metric == null) return null;
    const period = { from: shiftMonth(now.to, 1 - TREND_MONTHS), to: lastOfMonth(now.to) };
    return { metric, points: await this.trends.points(metric, serving(metric, whole), 'month', period, {}) };
  }
}

/** Potentials exist on 0..100 only; where the strip is on another scale, CSI stands for it. */
const ownershipMetric = (metric: HeatmapMetric | null) => (metric == null || metric === 'nps' || metric === 'emotion' ? 'csi' : metric);
