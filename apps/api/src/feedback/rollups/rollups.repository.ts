import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { countColumns, countedFigures, cubeOf, excessColumns, figureColumns, insertCells, keyColumns, nothing, summedFigures } from './rollup-sql.js';

/** Workspaces are merged one by one, each by one merger at a time. */
const mergerLock = `hashtextextended('rollups ' || $1::text, 0)`;
const keys = keyColumns.join(', ');

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
    const changed = await this.unit.query<{ taken: number; empty: boolean; question_id: string; segment: string; channel: string; day: string }>(
      `with taken as (
         delete from rollup_deltas where workspace_id = $1 and id between $2 and $3 returning *
       ), folded as (
         ${insertCells(`(${cubeOf('taken')})`)}
         on conflict on constraint rollup_cells_pkey do update set
           ${countColumns.map((column) => `${column} = rollup_cells.${column} + excluded.${column}`).join(', ')},
           ${excessColumns.map((column) => `${column} = nullif(coalesce(rollup_cells.${column}, 0) + coalesce(excluded.${column}, 0), 0)`).join(', ')}
         returning *
       )
       select (select count(*) from taken)::int as taken, f.question_id is not null as empty, f.question_id, f.segment, f.channel, f.day::text
         from (select 1) one left join (select * from folded where ${nothing('folded')}) f on true`,
      [workspaceId, bounds.first, bounds.last],
    );
    await this.drop(changed.filter((row) => row.empty));
    return changed[0]?.taken ?? 0;
  }

  /** Cells whose last answer was deleted go, so that a rebuilt cube and a kept one are the same. */
  private async drop(cells: readonly { question_id: string; segment: string; channel: string; day: string }[]): Promise<void> {
    if (cells.length === 0) return;
    await this.unit.query(
      `delete from rollup_cells c using unnest($2::uuid[], $3::text[], $4::text[], $5::date[]) gone(question_id, segment, channel, day)
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
       select workspace_id, ${keys}, ${figureColumns.join(', ')} from (${cubeOf('counted')}) cube`,
      [workspaceId],
    );
    await this.unit.query('delete from rollup_cells where workspace_id = $1', [workspaceId]);
    await this.unit.query(insertCells('rebuilt_cells'));
  }

  /** How many cells differ between what reports read (cells and deltas) and the raw answers, at one moment. */
  async differences(): Promise<number> {
    const rows = await this.unit.query<{ differing: number }>(
      `with counted as materialized (${this.raw()}),
            expected as (select * from (${cubeOf('counted')}) cube),
            kept as (
              select workspace_id, ${keys}, ${summedFigures} from (
                select workspace_id, ${keys}, ${figureColumns.join(', ')} from rollup_cells where workspace_id = $1
                union all
                select workspace_id, ${keys}, ${figureColumns.join(', ')} from (${cubeOf('(select * from rollup_deltas where workspace_id = $1) waiting')}) cube
              ) both_parts group by workspace_id, ${keys}
            ), present as (select * from kept where not (${nothing('kept')}))
       select count(*)::int as differing from expected e full join present k using (workspace_id, ${keys})
        where row(${figureColumns.map((column) => `e.${column}`).join(', ')}) is distinct from row(${figureColumns.map((column) => `k.${column}`).join(', ')})`,
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
