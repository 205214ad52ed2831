import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose roll-ups wait to be merged: the merger serves all workspaces, and this is all it may know of them. */
export class AddRollupLookup1763740802008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function workspaces_with_rollup_deltas() returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        with recursive found (id) as (
          (select workspace_id from rollup_deltas order by workspace_id limit 1)
          union all
          select (select d.workspace_id from rollup_deltas d where d.workspace_id > found.id order by d.workspace_id limit 1) from found where found.id is not null
        )
        select id from found where id is not null
      $$`);
    await queryRunner.query('revoke all on function workspaces_with_rollup_deltas() from public');
    await queryRunner.query('grant execute on function workspaces_with_rollup_deltas() to afferent_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function workspaces_with_rollup_deltas()');
  }
}
