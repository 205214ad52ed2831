import { Injectable } from '@nestjs/common';
import { estimateOf, pEstimate, threePEstimate, type AnswerMetric, type AuthorScores, type Estimate, type MapMetric, type Period } from '@afferent/domain';
import { byPlace, isStaffMetric, pooled, serving, type AskedQuestion, type Histograms } from './measure.js';
import type { AskedMap } from './journey-map.query.js';
import { PeriodsQuery, type AskedPeriod } from './periods.query.js';
import { ReadingsQuery, type Slice } from './readings.query.js';
import { StaffScoresQuery } from './staff-scores.query.js';

/** Estimates of one metric over a map, before any hiding. */
export interface Measurements {
  readonly period: AskedPeriod;
  /** Undefined where the whole journey is not asked about; null where it is asked and nobody answered. */
  readonly overall: Estimate | null | undefined;
  readonly touchpoints: ReadonlyMap<string, Estimate | null>;
}

const staffEstimate = (metric: Exclude<MapMetric, AnswerMetric>, authors: readonly AuthorScores[]): Estimate | null =>
  metric === 'threeP' ? threePEstimate(authors) : pEstimate(metric, authors);

/** What one metric says at every touchpoint of a map and about the whole journey. */
@Injectable()
export class MeasurementsQuery {
  constructor(
    private readonly periods: PeriodsQuery,
    private readonly readings: ReadingsQuery,
    private readonly staffScores: StaffScoresQuery,
  ) {}

  /** `compare` measures a second period with the same questions; staff scores are taken as of the last day of each. */
  async ofJourney(journey: AskedMap, metric: MapMetric, asked: AskedPeriod, slice: Slice, compare?: Period): Promise<{ now: Measurements; before: Measurements | null }> {
    if (isStaffMetric(metric)) {
      const at = (period: AskedPeriod) => this.byStaff(journey, metric, period);
      return { now: await at(asked), before: compare == null ? null : await at(compare) };
    }
    const used = [...byPlace(journey.questions).values()].flatMap((here) => serving(metric, here));
    const period = await this.periods.resolve(used.map(({ id }) => id), asked);
    const at = async (when: AskedPeriod) => this.byAnswers(journey, metric, used, when, await this.readings.histograms(used, when, slice));
    return { now: await at(period), before: compare == null ? null : await at(compare) };
  }

  private byAnswers(journey: AskedMap, metric: AnswerMetric, used: readonly AskedQuestion[], period: AskedPeriod, histograms: Histograms): Measurements {
    const places = byPlace(used);
    const at = (place: string | null): Estimate | null => {
      const histogram = pooled(places.get(place) ?? [], histograms);
      return histogram == null ? null : estimateOf(metric, histogram);
    };
    return {
      period,
      overall: places.has(null) ? at(null) : undefined,
      touchpoints: new Map(journey.touchpoints.map(({ id }) => [id, at(id)])),
    };
  }

  private async byStaff(journey: AskedMap, metric: Exclude<MapMetric, AnswerMetric>, period: AskedPeriod): Promise<Measurements> {
    const scores = await this.staffScores.latest(journey.touchpoints.map(({ id }) => id), period.to);
    return {
      period,
      overall: undefined,
      touchpoints: new Map(journey.touchpoints.map(({ id }) => [id, staffEstimate(metric, scores.get(id) ?? [])])),
    };
  }
}
