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
  readonly days: string;
}

/** Ends of a period and, inside it, the first day of its first whole month and the day after its last one. */
const boundsOf = ({ from, to }: RollupFilter) => {
  const first = `coalesce(${from}::date, date '-infinity')`;
  const last = `coalesce(${to}::date, date 'infinity')`;
  return {
    first,
    last,
    monthsFrom: `date_trunc('month', ${first} + interval '1 month -1 day')::date`,
    monthsUntil: `date_trunc('month', ${last} + interval '1 day')::date`,
  };
};

/** Disjoint parts that make up the answers of a filter: days before, whole months, days after, and the deltas that are not merged yet. */
const partsOf = (filter: RollupFilter, byDay: boolean): Part[] => {
  const { segment, channel } = filter;
  const { first, last, monthsFrom, monthsUntil } = boundsOf(filter);
  const cube = `segment = coalesce(${segment}::text, '*') and channel = coalesce(${channel}::text, '*')`;
  const whole = `day between ${first} and ${last}`;
  const cells: Part[] = byDay ? [{ table: 'rollup_cells', labels: cube, days: whole }] : [
    { table: 'rollup_cells', labels: cube, days: `day between ${first} and least(${last}, ${monthsFrom} - 1)` },
    { table: 'rollup_months', labels: cube, days: `day >= ${monthsFrom} and day < ${monthsUntil}` },
    { table: 'rollup_cells', labels: cube, days: `day between greatest(${monthsUntil}, ${monthsFrom}) and ${last}` },
  ];
  const unmerged = `(${segment}::text is null or segment = ${segment}::text) and (${channel}::text is null or channel = ${channel}::text)`;
  return [...cells, { table: 'rollup_deltas', labels: unmerged, days: whole }];
};

/**
 * A query of sums, exact at the moment of the statement: merged cells of the filter's contiguous ranges per question, and the
 * deltas that are not merged yet. Columns: question_id, bucket (where asked) and the figures: answers per point of the scale (b),
 * sums of weight − 1 (x) and of weight² − 1 (xx), 0 for nothing. All parts are summed on their own before they meet, which
 * spares a step per cell.
 */
export function rollupSums(filter: RollupFilter, { figures, bucket, byDay = false }: RollupSums): string {
  const start = bucket === undefined ? '' : `, ${bucket} as bucket`;
  const keys = `question_id${bucket === undefined ? '' : ', bucket'}`;
  const sums = figures.map((figure) => `sum(${figure}) as ${figure}`).join(', ');
  const parts = partsOf(filter, byDay).map(({ table, labels, days }) => `
      select question_id${start}, ${sums} from ${table}
       where workspace_id = ${filter.workspace} and question_id = any(${filter.questions}::uuid[]) and ${labels} and ${days} group by ${keys}`);
  return `
    select ${keys}, ${figures.map((figure) => `coalesce(sum(${figure}), 0)::float8 as ${figure}`).join(', ')} from (${parts.join(' union all ')}
    ) parts group by ${keys}`;
}
