import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkspaces1763740800003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table workspaces (
        id uuid not null constraint workspaces_pkey primary key,
        name text not null,
        locale text not null,
        timezone text not null,
        created_at timestamptz not null default now()
      )`);
    const same = `id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)`;
    await queryRunner.query('alter table workspaces enable row level security');
    await queryRunner.query('alter table workspaces force row level security');
    await queryRunner.query(`create policy workspaces_of_workspace on workspaces using (${same}) with check (${same})`);
    await queryRunner.query('create policy workspaces_for_lookups on workspaces for select to afferent_owner using (true)');
    await queryRunner.query('grant select, insert, update, delete on workspaces to afferent_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table workspaces');
  }
}
