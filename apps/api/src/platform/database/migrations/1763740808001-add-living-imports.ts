import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of some imports still need their files: a data folder is shared by all workspaces. */
export class AddLivingImports1763740808001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function living_imports(ids uuid[]) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select id from imports where id = any (ids) and status in ('queued', 'running')
      $$`);
    await queryRunner.query('revoke all on function living_imports(uuid[]) from public');
    await queryRunner.query('grant execute on function living_imports(uuid[]) to afferent_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function living_imports(uuid[])');
  }
}
