import { addDays, firstOfMonth, type Day } from '@afferent/domain';

/** What to read, both ends inclusive; a null segment or channel means all. */
export interface RollupFilter {
  readonly workspaceId: string;
  readonly questionIds: readonly string[];
  readonly segment: string | null;
  readonly channel: string | null;
  readonly from: Day;
  readonly to: Day;
}

/** What to sum: figures (b0..b10, x0..x10, xx), per question and, where given, per `bucket`, an expression of the column `day`. */
export interface RollupSums {
  readonly figures: readonly string[];
  readonly bucket?: string | undefined;
  /** Whether a bucket may be shorter than a month, so that whole months cannot be read as one. */
  readonly byDay?: boolean;
  /** Sums of weights (w0..w10) and of their squares (ww) instead of excesses: added exactly, because 1 + (w − 1) as a binary fraction is not a small w. */
  readonly weighed?: boolean;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Part {
  readonly table: 'rollup_cells' | 'rollup_months';
  readonly from: Day;
  readonly to: Day;
  /** Whether its answers are in another part although the period leaves them out. */
  readonly taken?: 'away';
}

/** Each end goes to the nearer end of its month, so that at most half a month of days is read beside the months. */
const nearestMonth = (day: Day): Day => firstOfMonth(addDays(day, 15));

/** Merged parts that make up a period: whole months, and the days by which the period is longer or shorter. */
function mergedParts({ from, to }: RollupFilter, byDay: boolean): Part[] {
  const after = addDays(to, 1);
  const [months, afterMonths] = [nearestMonth(from), nearestMonth(after)];
  if (byDay || months >= afterMonths) return [{ table: 'rollup_cells', from, to }];
  const parts: Part[] = [{ table: 'rollup_months', from: months, to: addDays(afterMonths, -1) }];
  if (from < months) parts.push({ table: 'rollup_cells', from, to: addDays(months, -1) });
  if (from > months) parts.push({ table: 'rollup_cells', from: months, to: addDays(from, -1), taken: 'away' });
  if (afterMonths <= to) parts.push({ table: 'rollup_cells', from: afterMonths, to });
  if (afterMonths > after) parts.push({ table: 'rollup_cells', from: after, to: addDays(afterMonths, -1), taken: 'away' });
  return parts;
}

/** The last sum of a figure over all parts. */
function total(figure: string, figures: readonly string[], weighed: boolean): string {
  if (!weighed || figure.startsWith('b')) return `sum(${figure})::float8 as ${figure}`;
  const [counts, weights] = figure === 'xx' ? [figures.filter((each) => each.startsWith('b')), 'ww'] : [[figure.replace('x', 'b')], figure.replace('x', 'w')];
  return `(${[...counts, figure].map((each) => `sum(${each})`).join(' + ')})::float8 as ${weights}`;
}

/**
 * A query of sums, exact at the moment of the statement: merged cells of the filter's contiguous ranges per question, and the
 * deltas that are not merged yet. Columns: question_id, bucket (where asked) and the figures: answers per point of the scale (b),
 * sums of weight − 1 (x) and of weight² − 1 (xx), or of the weights themselves, null where no answer is weighted. A question without cells has no row.
 */
export function rollupSums(filter: RollupFilter, { figures, bucket, byDay = false, weighed = false }: RollupSums): Statement {
  const parameters: unknown[] = [];
  const given = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`;
  const workspace = given(filter.workspaceId, 'uuid');
  const questions = given(filter.questionIds, 'uuid[]');
  const [segment, channel] = [given(filter.segment ?? '*', 'text'), given(filter.channel ?? '*', 'text')];
  const unmerged = `${filter.segment === null ? '' : ` and segment = ${segment}`}${filter.channel === null ? '' : ` and channel = ${channel}`}`;
  const day = bucket === undefined ? '' : 'day, ';
  // Question by question: the planner then weighs one key instead of hundreds, and no step has to sort or group the cells.
  const merged = mergedParts(filter, byDay).map(({ table, from, to, taken }) => `
      select ${day}${figures.map((figure) => (taken === 'away' ? `-${figure} as ${figure}` : figure)).join(', ')} from ${table}
       where workspace_id = ${workspace} and question_id = asked.id and segment = ${segment} and channel = ${channel} and day between ${given(from, 'date')} and ${given(to, 'date')}`);
  // Deltas lie in the order of their arrival: one look through all of them serves every question. Counts stay integers, whose sums are quicker.
  const folded = figures.map((figure) => `sum(${figure})${figure.startsWith('b') ? '::integer' : ''} as ${figure}`).join(', ');
  const sql = `
    with waiting as materialized (
      select question_id, ${day}${folded} from rollup_deltas
       where workspace_id = ${workspace} and question_id = any(${questions})${unmerged} and day between ${given(filter.from, 'date')} and ${given(filter.to, 'date')}
       group by ${day}question_id
    )
    select asked.id as question_id, sums.* from unnest(${questions}) asked (id) cross join lateral (
      select ${bucket === undefined ? '' : `${bucket} as bucket, `}${figures.map((figure) => total(figure, figures, weighed)).join(', ')} from (${merged.join(' union all ')} union all
      select ${day}${figures.join(', ')} from waiting where question_id = asked.id
      ) cells ${bucket === undefined ? 'having count(*) > 0' : 'group by bucket'}) sums`;
  return { sql, parameters };
}
