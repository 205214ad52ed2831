import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateSurveys1763740802001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table surveys (
        workspace_id uuid not null constraint surveys_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        name text not null,
        kind text not null constraint surveys_kind_check check (kind in ('relational', 'transactional')),
        journey_id uuid,
        created_at timestamptz not null default now(),
        constraint surveys_pkey primary key (workspace_id, id),
        constraint surveys_journey_id_fkey foreign key (workspace_id, journey_id) references journeys (workspace_id, id)
      )`);
    await queryRunner.query('create index surveys_journey_id_idx on surveys (workspace_id, journey_id)');
    await tenantTable(queryRunner, 'surveys');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table surveys');
  }
}
