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
  /** Whether a bucket may be shorter than a month, so that whole months cannot be read as one. */
  readonly byDay?: boolean;
}

interface Part {
  readonly table: string;
  readonly labels: string;
  readonly from: string;
  readonly to: string;
  /** Whether its answers are in another part although the period leaves them out. */
  readonly taken?: 'away';
}

/** Parts that make up the answers of a filter: whole months, the days by which the period is longer or shorter, and the deltas that are not merged yet. */
const partsOf = ({ segment, channel, from, to }: RollupFilter, byDay: boolean): Part[] => {
  const first = `coalesce(${from}::date, date '-infinity')`;
  const last = `coalesce(${to}::date, date 'infinity')`;
  // Each end goes to the nearer end of its month, so that at most half a month of days is read beside the months.
  const nearest = (day: string) => `date_trunc('month', ${day} + interval '15 days')::date`;
  const monthsFrom = nearest(first);
  const monthsUntil = nearest(`(${last} + 1)`);
  const cube = `segment = coalesce(${segment}::text, '*') and channel = coalesce(${channel}::text, '*')`;
  const cells: Part[] = byDay ? [{ table: 'rollup_cells', labels: cube, from: first, to: last }] : [
    { table: 'rollup_cells', labels: cube, from: first, to: `${monthsFrom} - 1` },
    { table: 'rollup_cells', labels: cube, from: monthsFrom, to: `${first} - 1`, taken: 'away' },
    { table: 'rollup_months', labels: cube, from: monthsFrom, to: `${monthsUntil} - 1` },
    { table: 'rollup_cells', labels: cube, from: monthsUntil, to: last },
    { table: 'rollup_cells', labels: cube, from: `${last} + 1`, to: `${monthsUntil} - 1`, taken: 'away' },
  ];
  const unmerged = `(${segment}::text is null or segment = ${segment}::text) and (${channel}::text is null or channel = ${channel}::text)`;
  // Ends in the wrong order say that nothing is asked; rounded to months they could meet again.
  const inOrder = `${first} <= ${last}`;
  return [...cells.map((part) => ({ ...part, labels: `${part.labels} and ${inOrder}` })), { table: 'rollup_deltas', labels: unmerged, from: first, to: last }];
};

/**
 * A query of sums, exact at the moment of the statement: merged cells of the filter's contiguous ranges per question, and the
 * deltas that are not merged yet. Columns: question_id, bucket (where asked) and the figures: answers per point of the scale (b),
 * sums of weight − 1 (x) and of weight² − 1 (xx), 0 for nothing. A question without cells has no row.
 */
export function rollupSums(filter: RollupFilter, { figures, bucket, byDay = false }: RollupSums): string {
  const day = bucket === undefined ? '' : 'day, ';
  const signed = (taken: Part['taken']) => figures.map((figure) => (taken === 'away' ? `-${figure} as ${figure}` : figure)).join(', ');
  // Question by question: the planner then weighs one key instead of hundreds, and no step has to sort or group the cells.
  // That the ends are in order is said once more, without a column, so that an empty part costs no search.
  const parts = partsOf(filter, byDay).map(({ table, labels, from, to, taken }) => `
      select ${day}${signed(taken)} from ${table}
       where workspace_id = ${filter.workspace} and question_id = asked.id and ${labels} and day between ${from} and ${to} and ${from} <= ${to}`);
  return `
    select asked.id as question_id, sums.* from unnest(${filter.questions}::uuid[]) asked (id) cross join lateral (
      select ${bucket === undefined ? '' : `${bucket} as bucket, `}${figures.map((figure) => `coalesce(sum(${figure}), 0)::float8 as ${figure}`).join(', ')} from (${parts.join(' union all ')}
      ) cells ${bucket === undefined ? 'having count(*) > 0' : 'group by bucket'}) sums`;
}
