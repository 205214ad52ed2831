import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports whose worker is gone, or that nobody has begun: whoever finds them first goes on. */
export class AddImportLookup1763740802012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function unattended_imports() returns table (workspace_id uuid, import_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        select i.workspace_id, i.id from imports i
         where i.status in ('queued', 'running') and (i.leased_until is null or i.leased_until < now())
         order by i.created_at limit 20
      $$`);
    await queryRunner.query('revoke all on function unattended_imports() from public');
    await queryRunner.query('grant execute on function unattended_imports() to afferent_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function unattended_imports()');
  }
}
