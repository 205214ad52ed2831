import { Injectable } from '@nestjs/common';
import type { Trend, TrendPoint, TrendQuery as TrendParameters } from '@afferent/contracts';
import { bucketsAtMost, bucketsOf, figureOf, type AnswerMetric, type Bucket, type Period } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { pooled, servedBy, serving, type AskedQuestion } from './measure.js';
import { PeriodsQuery } from './periods.query.js';
import { QuestionsQuery } from './questions.query.js';
import { ReadingsQuery, type Slice } from './readings.query.js';

/** More points than any screen can draw: ten years of days. */
const MOST_BUCKETS = 4000;

/** `GET …/touchpoints/{touchpointId}/trend`, and the same series for any set of questions. */
@Injectable()
export class TrendQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly questions: QuestionsQuery,
    private readonly periods: PeriodsQuery,
    private readonly readings: ReadingsQuery,
  ) {}

  async run(touchpointId: string, { metric, bucket, from, to, segment, channel }: TrendParameters): Promise<Trend> {
    await this.requireTouchpoint(touchpointId);
    const used = serving(metric, await this.questions.ofTouchpoint(touchpointId, servedBy(metric)));
    const period = await this.periods.resolve(used.map(({ id }) => id), { from: from ?? null, to: to ?? null });
    if (period.from == null || period.to == null || period.from > period.to) return { points: [] };
    return { points: await this.points(metric, used, bucket, { from: period.from, to: period.to }, { segment, channel }) };
  }

  /** One point per bucket of the period, those without answers included. */
  async points(metric: AnswerMetric, used: readonly AskedQuestion[], bucket: Bucket, period: Period, slice: Slice): Promise<TrendPoint[]> {
    if (bucketsAtMost(bucket, period) > MOST_BUCKETS) {
      throw new Problem(400, 'invalid', `This period has more than ${MOST_BUCKETS} buckets; ask for a shorter one or a coarser bucket`);
    }
    const histograms = await this.readings.series(used, bucket, period, slice);
    return bucketsOf(bucket, period).map(({ start, from, to }) => {
      const { n, value, ciLow, ciHigh, status } = figureOf(metric, pooled(used, histograms.get(start) ?? new Map()));
      return { from, to, n, value, ciLow, ciHigh, status };
    });
  }

  private async requireTouchpoint(touchpointId: string): Promise<void> {
    const rows = await this.unit.query('select 1 from touchpoints where workspace_id = $1 and id = $2', [this.unit.workspaceId(), touchpointId]);
    if (rows.length === 0) throw notFound();
  }
}
