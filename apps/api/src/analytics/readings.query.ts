import { Injectable } from '@nestjs/common';
import { scorePoints, type Bucket, type Day, type Distribution, type Period } from '@afferent/domain';
import { rollupSums } from '../feedback/rollups.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { AskedQuestion, Histograms } from './measure.js';
import type { AskedPeriod } from './periods.query.js';

/** A slice of the answers; what is left out is not filtered by. */
export interface Slice {
  readonly segment?: string | undefined;
  readonly channel?: string | undefined;
}

interface SumsRow extends Readonly<Record<string, unknown>> {
  readonly question_id: string;
  readonly bucket?: Day;
}

/** Counts and weight excesses over `width` scale points. */
const figuresOf = (width: number): string[] => {
  const points = Array.from({ length: width }, (_, index) => index);
  return [...points.map((point) => `b${point}`), ...points.map((point) => `x${point}`), 'xx'];
};

/** Reads roll-ups only: a histogram per question, with the weights of its answers. */
@Injectable()
export class ReadingsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Histograms of a period; a question without answers in it is absent. */
  async histograms(questions: readonly AskedQuestion[], period: AskedPeriod, slice: Slice): Promise<Histograms> {
    if (period.from == null || period.to == null) return new Map();
    const series = await this.read(questions, null, { from: period.from, to: period.to }, slice);
    return series.get(null) ?? new Map();
  }

  /** Histograms by the first day of each bucket that has answers. */
  async series(questions: readonly AskedQuestion[], bucket: Bucket, period: Period, slice: Slice): Promise<ReadonlyMap<Day | null, Histograms>> {
    return this.read(questions, bucket, period, slice);
  }

  private async read(questions: readonly AskedQuestion[], bucket: Bucket | null, { from, to }: Period, { segment, channel }: Slice): Promise<Map<Day | null, Map<string, Distribution>>> {
    const series = new Map<Day | null, Map<string, Distribution>>();
    if (questions.length === 0) return series;
    const scales = new Map(questions.map(({ id, scale }) => [id, scale]));
    const width = Math.max(...questions.map(({ scale: [min, max] }) => max - min + 1));
    const { sql, parameters } = rollupSums(
      { workspaceId: this.unit.workspaceId(), questionIds: questions.map(({ id }) => id), segment: segment ?? null, channel: channel ?? null, from, to },
      {
        figures: figuresOf(width),
        bucket: bucket == null ? undefined : `date_trunc('${bucket}', day::timestamp)::date::text`,
        byDay: bucket === 'day' || bucket === 'week',
        weighed: true,
      },
    );
    const rows = await this.unit.query<SumsRow>(sql, parameters);
    for (const row of rows) {
      const scale = scales.get(row.question_id);
      if (scale == null) continue;
      const counts = scorePoints(scale).map((_, index) => Number(row[`b${index}`]));
      const weights = counts.map((count, index) => Number(row[`w${index}`] ?? count));
      const n = counts.reduce((sum, count) => sum + count, 0);
      const start = row.bucket ?? null;
      const bucketed = series.get(start) ?? new Map<string, Distribution>();
      bucketed.set(row.question_id, { scale, counts, weights, weightSquares: Number(row['ww'] ?? n) });
      series.set(start, bucketed);
    }
    return series;
  }
}
