import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateTouchpointScores1763740801007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table touchpoint_scores (
        workspace_id uuid not null constraint touchpoint_scores_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        touchpoint_id uuid not null,
        author_id uuid not null constraint touchpoint_scores_author_id_fkey references users (id),
        people smallint constraint touchpoint_scores_people_check check (people between 1 and 5),
        process smallint constraint touchpoint_scores_process_check check (process between 1 and 5),
        product smallint constraint touchpoint_scores_product_check check (product between 1 and 5),
        note text,
        evidence text,
        scored_at timestamptz not null,
        created_at timestamptz not null default now(),
        constraint touchpoint_scores_pkey primary key (workspace_id, id),
        constraint touchpoint_scores_some_p_check check (num_nonnulls(people, process, product) > 0),
        constraint touchpoint_scores_touchpoint_id_fkey foreign key (workspace_id, touchpoint_id) references touchpoints (workspace_id, id)
      )`);
    await queryRunner.query('create index touchpoint_scores_touchpoint_id_idx on touchpoint_scores (workspace_id, touchpoint_id, scored_at desc, id desc)');
    await queryRunner.query('create index touchpoint_scores_author_id_idx on touchpoint_scores (author_id)');
    await tenantTable(queryRunner, 'touchpoint_scores');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table touchpoint_scores');
  }
}
