/** SQL expressions, usually parameters, of what to read: a null segment or channel means all, a null end means open. */
export interface RollupFilter {
  readonly workspace: string;
  readonly questions: string;
  readonly segment: string;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
}

/** What to sum: figures (b0..b10, x0..x10, xx), per question and, where given, per `bucket`, an expression of the column `day`. */
export interface RollupSums {
  readonly figures: readonly string[];
  readonly bucket?: string | undefined;
}

/**
 * A query of sums, exact at the moment of the statement: merged cells of the filter's one contiguous range per question, and the
 * deltas that are not merged yet. Columns: question_id, bucket (where asked) and the figures: answers per point of the scale (b),
 * sums of weight − 1 (x) and of weight² − 1 (xx), 0 for nothing. Both parts are summed on their own before they meet, which
 * spares a step per cell.
 */
export function rollupSums({ workspace, questions, segment, channel, from, to }: RollupFilter, { figures, bucket }: RollupSums): string {
  const start = bucket === undefined ? '' : `, ${bucket} as bucket`;
  const keys = `question_id${bucket === undefined ? '' : ', bucket'}`;
  const sums = figures.map((figure) => `sum(${figure}) as ${figure}`).join(', ');
  const common = `workspace_id = ${workspace} and question_id = any(${questions}::uuid[])
      and day between coalesce(${from}::date, date '-infinity') and coalesce(${to}::date, date 'infinity')`;
  return `
    select ${keys}, ${figures.map((figure) => `coalesce(sum(${figure}), 0)::float8 as ${figure}`).join(', ')} from (
      select question_id${start}, ${sums} from rollup_cells
       where ${common} and segment = coalesce(${segment}::text, '*') and channel = coalesce(${channel}::text, '*') group by ${keys}
      union all
      select question_id${start}, ${sums} from rollup_deltas
       where ${common} and (${segment}::text is null or segment = ${segment}::text) and (${channel}::text is null or channel = ${channel}::text) group by ${keys}
    ) parts group by ${keys}`;
}
