import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownerMayRead, tenantTable } from '../tenant-table.js';

export class CreateImports1763740802010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table imports (
        workspace_id uuid not null constraint imports_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        status text not null default 'queued' constraint imports_status_check check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
        mapping_id uuid not null,
        mapping jsonb not null,
        journey_id uuid,
        survey_id uuid,
        question_ids uuid[],
        file_name text not null,
        last_row bigint not null default 0,
        progress double precision not null default 0,
        rows_read bigint not null default 0,
        accepted bigint not null default 0,
        duplicates bigint not null default 0,
        rejected bigint not null default 0,
        rejected_answers bigint not null default 0,
        warnings text[] not null default '{}',
        error text,
        first_day date,
        last_day date,
        lease uuid,
        leased_until timestamptz,
        attempts smallint not null default 0,
        created_by uuid not null constraint imports_created_by_fkey references users (id),
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        constraint imports_pkey primary key (workspace_id, id),
        constraint imports_counts_check check (rows_read = accepted + duplicates + rejected),
        constraint imports_mapping_id_fkey foreign key (workspace_id, mapping_id) references import_mappings (workspace_id, id) on delete cascade,
        constraint imports_journey_id_fkey foreign key (workspace_id, journey_id) references journeys (workspace_id, id) on delete cascade,
        constraint imports_survey_id_fkey foreign key (workspace_id, survey_id) references surveys (workspace_id, id) on delete cascade
      )`);
    await queryRunner.query('create index imports_unfinished_idx on imports (leased_until) where status in (\'queued\', \'running\')');
    await tenantTable(queryRunner, 'imports');
    await ownerMayRead(queryRunner, 'imports');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table imports');
  }
}
