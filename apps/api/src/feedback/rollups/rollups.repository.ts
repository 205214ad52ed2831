import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { countColumns, countedFigures, cubeOf, cubes, dayCube, excessColumns, figureColumns, insertCells, insertMonths, keyColumns, nothing, summedFigures, type Cube } from './rollup-sql.js';

/** Workspaces are merged one by one, each by one merger at a time. */
const mergerLock = `hashtextextended('rollups ' || $1::text, 0)`;
const keys = keyColumns.join(', ');

/** A cell without answers. */
interface Emptied {
  readonly table: Cube['table'] | null;
  readonly question_id: string;
  readonly segment: string;
  readonly channel: string;
  readonly day: string;
}

/** Adds rows of deltas to a cube. */
const foldInto = (cube: Cube, deltas: string): string => `
  ${insertCells(cube, `(${cubeOf(cube, deltas)})`)}
  on conflict on constraint ${cube.table}_pkey do update set
    ${countColumns.map((column) => `${column} = ${cube.table}.${column} + excluded.${column}`).join(', ')},
    ${excessColumns.map((column) => `${column} = nullif(coalesce(${cube.table}.${column}, 0) + coalesce(excluded.${column}, 0), 0)`).join(', ')}
  returning *`;

/** Counts the cells of a cube, with the deltas `waiting`, that are not what the answers `counted` say. */
const differing = (cube: Cube): string => `
  select count(*) from (${cubeOf(cube, 'counted')}) expected full join (
    select * from (
      select workspace_id, ${keys}, ${summedFigures} from (
        select workspace_id, ${keys}, ${figureColumns.join(', ')} from ${cube.table} where workspace_id = $1
        union all
        select workspace_id, ${keys}, ${figureColumns.join(', ')} from (${cubeOf(cube, 'waiting')}) unmerged
      ) both_parts group by workspace_id, ${keys}
    ) kept where not (${nothing('kept')})
  ) present using (workspace_id, ${keys})
   where row(${figureColumns.map((column) => `expected.${column}`).join(', ')}) is distinct from row(${figureColumns.map((column) => `present.${column}`).join(', ')})`;

/** Roll-ups of the open unit's workspace. */
@Injectable()
export class RollupsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Every workspace with deltas that are not merged; needs no workspace. */
  async waiting(): Promise<string[]> {
    const rows = await this.unit.read<{ id: string }>('select id from workspaces_with_rollup_deltas() as id');
    return rows.map((row) => row.id);
  }

  /** Takes the merger's place until the unit ends; false when another merger has it. */
  async tryLock(): Promise<boolean> {
    const [row] = await this.unit.query<{ got: boolean }>(`select pg_try_advisory_xact_lock(${mergerLock}) as got`, [this.unit.workspaceId()]);
    return row?.got === true;
  }

  private async lock(): Promise<void> {
    await this.unit.query(`select pg_advisory_xact_lock(${mergerLock})`, [this.unit.workspaceId()]);
  }

  /** Folds up to about `most` of the oldest deltas into the cells; answers how many it folded. */
  async fold(most: number): Promise<number> {
    const workspaceId = this.unit.workspaceId();
    await this.unit.query(`set local statement_timeout = '5min'`);
    const [bounds] = await this.unit.query<{ first: string; last: string }>(
      `select (array_agg(id order by id))[1] as first, (array_agg(id order by id desc))[1] as last
         from (select id from rollup_deltas where workspace_id = $1 order by id limit $2) oldest having count(*) > 0`,
      [workspaceId, most],
    );
    if (bounds === undefined) return 0;
    const folded = await this.unit.query<{ taken: number } & Emptied>(
      `with taken as (delete from rollup_deltas where workspace_id = $1 and id between $2 and $3 returning *),
         ${cubes.map((cube) => `folded_${cube.table} as (${foldInto(cube, 'taken')})`).join(', ')},
         emptied as (${cubes.map(({ table }) => `select '${table}' as "table", ${keys} from folded_${table} where ${nothing(`folded_${table}`)}`).join(' union all ')})
       select (select count(*) from taken)::int as taken, "table", question_id, segment, channel, day::text from (select) one left join emptied on true`,
      [workspaceId, bounds.first, bounds.last],
    );
    for (const { table } of cubes) await this.drop(table, folded.filter((row) => row.table === table));
    return folded[0]?.taken ?? 0;
  }

  /** Cells whose last answer was deleted go, so that a rebuilt cube and a kept one are the same. */
  private async drop(table: Cube['table'], cells: readonly Emptied[]): Promise<void> {
    if (cells.length === 0) return;
    await this.unit.query(
      `delete from ${table} c using unnest($2::uuid[], $3::text[], $4::text[], $5::date[]) gone(question_id, segment, channel, day)
        where c.workspace_id = $1 and c.question_id = gone.question_id and c.segment = gone.segment and c.channel = gone.channel and c.day = gone.day`,
      [this.unit.workspaceId(), cells.map((cell) => cell.question_id), cells.map((cell) => cell.segment), cells.map((cell) => cell.channel), cells.map((cell) => cell.day)],
    );
  }

  /** Makes the cells anew from raw answers; the deltas that were counted with them go in the same statement. */
  private async rebuild(): Promise<void> {
    const workspaceId = this.unit.workspaceId();
    await this.unit.query('create temporary table rebuilt_cells on commit drop as select * from rollup_cells with no data');
    // One statement sees one moment: answers counted here are exactly those whose deltas are deleted here.
    await this.unit.query(
      `with gone as (delete from rollup_deltas where workspace_id = $1),
            counted as materialized (${this.raw()})
       insert into rebuilt_cells (workspace_id, ${keys}, ${figureColumns.join(', ')})
       select workspace_id, ${keys}, ${figureColumns.join(', ')} from (${cubeOf(dayCube, 'counted')}) cube`,
      [workspaceId],
    );
    for (const { table } of cubes) await this.unit.query(`delete from ${table} where workspace_id = $1`, [workspaceId]);
    await this.unit.query(insertCells(dayCube, 'rebuilt_cells'));
    await this.unit.query(insertMonths('rebuilt_cells'));
  }

  /** How many cells differ between what reports read (cells and deltas) and the raw answers, at one moment. */
  async differences(): Promise<number> {
    const rows = await this.unit.query<{ differing: number }>(
      `with counted as materialized (${this.raw()}), waiting as (select * from rollup_deltas where workspace_id = $1)
       select (${cubes.map((cube) => `(${differing(cube)})`).join(' + ')})::int as differing`,
      [this.unit.workspaceId()],
    );
    return rows[0]?.differing ?? 0;
  }

  /** Rebuilds under the merger's lock; answers how many cells differed from the raw answers before and how many do now (none). */
  async rebuildProven(): Promise<{ wrongBefore: number; wrongAfter: number }> {
    await this.lock();
    await this.unit.query('set local statement_timeout = 0');
    const wrongBefore = await this.differences();
    await this.rebuild();
    return { wrongBefore, wrongAfter: await this.differences() };
  }

  private raw(): string {
    return `select a.workspace_id, a.question_id, a.segment, a.channel, a.day, ${countedFigures}
              from answers a join questions q on q.workspace_id = a.workspace_id and q.id = a.question_id
             where a.workspace_id = $1 group by a.workspace_id, a.question_id, a.segment, a.channel, a.day`;
  }
}
