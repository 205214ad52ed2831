import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateImportMappings1763740802009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // A mapping's name within a journey (or without one) is what ties the next file to the same survey.
    await queryRunner.query(`
      create table import_mappings (
        workspace_id uuid not null constraint import_mappings_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        name text not null,
        journey_id uuid,
        survey_id uuid,
        mapping jsonb not null,
        updated_at timestamptz not null default now(),
        constraint import_mappings_pkey primary key (workspace_id, id),
        constraint import_mappings_name_key unique nulls not distinct (workspace_id, name, journey_id),
        constraint import_mappings_journey_id_fkey foreign key (workspace_id, journey_id) references journeys (workspace_id, id) on delete cascade,
        constraint import_mappings_survey_id_fkey foreign key (workspace_id, survey_id) references surveys (workspace_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'import_mappings');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table import_mappings');
  }
}
