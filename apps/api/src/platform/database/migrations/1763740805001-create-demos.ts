import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownerMayRead, tenantTable } from '../tenant-table.js';

export class CreateDemos1763740805001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // What is filled is noted in the transaction that stores it, so that a filling that was cut off goes on where it stopped.
    await queryRunner.query(`
      create table demos (
        workspace_id uuid not null
          constraint demos_pkey primary key
          constraint demos_workspace_id_fkey references workspaces (id) on delete cascade,
        locale text not null constraint demos_locale_check check (locale in ('en', 'ru')),
        last_month text not null constraint demos_last_month_check check (last_month ~ '^[0-9]{4}-[0-9]{2}$'),
        created_by uuid not null constraint demos_created_by_fkey references users (id),
        status text not null default 'filling' constraint demos_status_check check (status in ('filling', 'ready', 'removing')),
        surveys jsonb,
        colleagues uuid[] not null default '{}',
        batches_done integer not null default 0,
        months_done integer not null default 0,
        responses integer not null default 0,
        error text,
        created_at timestamptz not null default now(),
        finished_at timestamptz
      )`);
    await queryRunner.query('create index demos_created_by_idx on demos (created_by)');
    await tenantTable(queryRunner, 'demos');
    await ownerMayRead(queryRunner, 'demos');
    await queryRunner.query(`
      create function demos_of_user(asked_user uuid)
      returns setof demos
      language sql stable security definer set search_path = public, pg_temp as $$
        select d.*
        from demos d join members m on m.workspace_id = d.workspace_id and m.user_id = d.created_by
        where d.created_by = asked_user
      $$`);
    await queryRunner.query('revoke all on function demos_of_user(uuid) from public');
    await queryRunner.query('grant execute on function demos_of_user(uuid) to afferent_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function demos_of_user(uuid)');
    await queryRunner.query('drop table demos');
  }
}
