import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateImportRejections1763740802011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table import_rejections (
        workspace_id uuid not null,
        import_id uuid not null,
        row_number bigint not null,
        place integer not null,
        column_name text,
        code text not null,
        detail text not null,
        value text,
        constraint import_rejections_pkey primary key (workspace_id, import_id, row_number, place),
        constraint import_rejections_import_id_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'import_rejections');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table import_rejections');
  }
}
