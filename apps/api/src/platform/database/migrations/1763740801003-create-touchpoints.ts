import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateTouchpoints1763740801003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table touchpoints (
        workspace_id uuid not null constraint touchpoints_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        name text not null,
        name_key text not null,
        channel text,
        leading_p text constraint touchpoints_leading_p_check check (leading_p in ('people', 'process', 'product')),
        importance double precision constraint touchpoints_importance_check check (importance between 0 and 10),
        contacts_per_month double precision constraint touchpoints_contacts_per_month_check check (contacts_per_month >= 0),
        targets jsonb not null default '{}',
        moment_of_truth boolean not null default false,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint touchpoints_pkey primary key (workspace_id, id),
        constraint touchpoints_name_key_key unique (workspace_id, name_key)
      )`);
    await tenantTable(queryRunner, 'touchpoints');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table touchpoints');
  }
}
