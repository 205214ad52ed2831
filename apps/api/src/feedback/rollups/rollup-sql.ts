const points = Array.from({ length: 11 }, (_, index) => index);

/** Answers per point of the scale. */
export const countColumns: readonly string[] = points.map((point) => `b${point}`);
/** Sums of (weight − 1) per point, and of (weight² − 1): null where every weight is 1. */
export const excessColumns: readonly string[] = [...points.map((point) => `x${point}`), 'xx'];
export const figureColumns: readonly string[] = [...countColumns, ...excessColumns];

export const keyColumns = ['question_id', 'segment', 'channel', 'day'] as const;

const list = (columns: readonly string[]) => columns.join(', ');

/** Sums of figures that were counted before; an excess of nothing is null again, so that equal answers give equal cells. */
export const summedFigures = list([
  ...countColumns.map((column) => `sum(${column})::int as ${column}`),
  ...excessColumns.map((column) => `nullif(sum(${column}), 0) as ${column}`),
]);

/** Figures of raw answers `a` of questions `q`. */
export const countedFigures = list([
  ...points.map((point) => `(count(*) filter (where a.score - q.scale_min = ${point}))::int as b${point}`),
  ...points.map((point) => `nullif(sum(a.weight - 1) filter (where a.score - q.scale_min = ${point}), 0) as x${point}`),
  'nullif(sum(a.weight * a.weight - 1), 0) as xx',
]);

/** The same, to be taken away. */
export const uncountedFigures = list([
  ...points.map((point) => `-(count(*) filter (where a.score - q.scale_min = ${point}))::int as b${point}`),
  ...points.map((point) => `-nullif(sum(a.weight - 1) filter (where a.score - q.scale_min = ${point}), 0) as x${point}`),
  '-nullif(sum(a.weight * a.weight - 1), 0) as xx',
]);

/** A cube: its table, and the day that stands for a day of answers in it. */
export interface Cube {
  readonly table: 'rollup_cells' | 'rollup_months';
  readonly start: string;
}

export const dayCube: Cube = { table: 'rollup_cells', start: 'day' };
/** Whole months, so that a year is read from 12 cells instead of 365. */
const monthCube: Cube = { table: 'rollup_months', start: `date_trunc('month', day::timestamp)::date` };
export const cubes: readonly Cube[] = [dayCube, monthCube];

/** The four groupings of a cube over rows with nullable labels: all, by segment, by channel, by both. A missing label counts only unfiltered. */
export function cubeOf({ start }: Cube, source: string): string {
  const grouping = (segment: boolean, channel: boolean) => `
    select workspace_id, question_id, ${segment ? 'segment' : `'*'`} as segment, ${channel ? 'channel' : `'*'`} as channel, ${start} as day, ${summedFigures}
      from ${source}
     where true${segment ? ' and segment is not null' : ''}${channel ? ' and channel is not null' : ''}
     group by 1, 2, 3, 4, 5`;
  return [grouping(false, false), grouping(true, false), grouping(false, true), grouping(true, true)].join(' union all ');
}

export const insertCells = ({ table }: Cube, source: string): string => `
  insert into ${table} (workspace_id, ${list(keyColumns)}, ${list(figureColumns)})
  select workspace_id, ${list(keyColumns)}, ${list(figureColumns)} from ${source} cube
   where ${figureColumns.map((column) => `coalesce(cube.${column}, 0) <> 0`).join(' or ')}
   order by ${list(keyColumns)}`;

/** Cells of the month cube from those of the day cube: the labels are already all there. */
export const insertMonths = (source: string): string => insertCells(monthCube, `(
  select workspace_id, question_id, segment, channel, ${monthCube.start} as day, ${summedFigures} from ${source} group by 1, 2, 3, 4, 5)`);

/** Whether a row's every figure is zero. */
export const nothing = (alias: string): string =>
  [...countColumns.map((column) => `${alias}.${column} = 0`), ...excessColumns.map((column) => `coalesce(${alias}.${column}, 0) = 0`)].join(' and ');
