import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateFunctions1763740801001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table functions (
        workspace_id uuid not null constraint functions_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        name text not null,
        name_key text not null,
        created_at timestamptz not null default now(),
        constraint functions_pkey primary key (workspace_id, id),
        constraint functions_name_key_key unique (workspace_id, name_key)
      )`);
    await tenantTable(queryRunner, 'functions');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table functions');
  }
}
