import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateQuestions1763740802002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // A journey's question has no touchpoint: there too, one question per survey and metric, hence nulls not distinct.
    await queryRunner.query(`
      create table questions (
        workspace_id uuid not null,
        id uuid not null,
        survey_id uuid not null,
        position integer not null,
        key text not null,
        text text not null,
        metric text not null constraint questions_metric_check check (metric in ('nps', 'csat', 'csi', 'ces', 'emotion')),
        scale_min smallint not null,
        scale_max smallint not null,
        touchpoint_id uuid,
        constraint questions_pkey primary key (workspace_id, id),
        constraint questions_key_key unique (workspace_id, survey_id, key),
        constraint questions_touchpoint_id_key unique nulls not distinct (workspace_id, survey_id, touchpoint_id, metric),
        constraint questions_scale_check check (scale_max - scale_min between 1 and 10),
        constraint questions_survey_id_fkey foreign key (workspace_id, survey_id) references surveys (workspace_id, id) on delete cascade,
        constraint questions_touchpoint_id_fkey foreign key (workspace_id, touchpoint_id) references touchpoints (workspace_id, id)
      )`);
    await queryRunner.query('create index questions_touchpoint_id_idx on questions (workspace_id, touchpoint_id)');
    await tenantTable(queryRunner, 'questions');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table questions');
  }
}
