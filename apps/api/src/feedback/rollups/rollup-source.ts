import { figuresOf } from './rollup-sql.js';

/** SQL expressions, usually parameters, of what to read: a null segment or channel means all, a null end means open. */
export interface RollupFilter {
  readonly workspace: string;
  readonly questions: string;
  readonly segment: string;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A sub-query of roll-up rows, exact at the moment of the statement: merged cells of the filter's one contiguous range per question,
 * and the deltas that are not merged yet. Columns: question_id, day, b0..b10 (answers per point of the scale), x0..x10 and xx
 * (sums of weight − 1 and of weight² − 1, null for nothing). Several rows may fall on one day: sum them.
 */
export function rollupSource({ workspace, questions, segment, channel, from, to }: RollupFilter): string {
  const period = (alias: string) => `${alias}.day between coalesce(${from}::date, date '-infinity') and coalesce(${to}::date, date 'infinity')`;
  return `(
    select c.question_id, c.day, ${figuresOf('c')} from rollup_cells c
     where c.workspace_id = ${workspace} and c.question_id = any(${questions}::uuid[]) and c.segment = coalesce(${segment}::text, '*')
       and c.channel = coalesce(${channel}::text, '*') and ${period('c')}
    union all
    select d.question_id, d.day, ${figuresOf('d')} from rollup_deltas d
     where d.workspace_id = ${workspace} and d.question_id = any(${questions}::uuid[]) and (${segment}::text is null or d.segment = ${segment}::text)
       and (${channel}::text is null or d.channel = ${channel}::text) and ${period('d')})`;
}
