import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateJourneys1763740801004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The columns beside the document are read out of it by the database, so that they can never differ from it.
    await queryRunner.query(`
      create table journeys (
        workspace_id uuid not null constraint journeys_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        name text not null generated always as (document ->> 'name') stored,
        state text not null generated always as (document ->> 'state') stored
          constraint journeys_state_check check (state in ('current', 'future')),
        seq integer not null default 0,
        document jsonb not null,
        initial_document jsonb not null,
        created_by uuid not null constraint journeys_created_by_fkey references users (id),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint journeys_pkey primary key (workspace_id, id)
      )`);
    await queryRunner.query('create index journeys_created_by_idx on journeys (created_by)');
    await tenantTable(queryRunner, 'journeys');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table journeys');
  }
}
