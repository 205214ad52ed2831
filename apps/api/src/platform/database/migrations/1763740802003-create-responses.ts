import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateResponses1763740802003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table responses (
        workspace_id uuid not null,
        id uuid not null,
        survey_id uuid not null,
        external_id text not null,
        answered_at timestamptz not null,
        experienced_at timestamptz,
        day date not null,
        segment text,
        channel text,
        weight numeric constraint responses_weight_check check (weight > 0 and weight <= 1000),
        attributes jsonb,
        comment text,
        customer_ref text,
        created_at timestamptz not null default now(),
        constraint responses_pkey primary key (workspace_id, id),
        constraint responses_external_id_key unique (workspace_id, survey_id, external_id),
        constraint responses_survey_id_fkey foreign key (workspace_id, survey_id) references surveys (workspace_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'responses');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table responses');
  }
}
