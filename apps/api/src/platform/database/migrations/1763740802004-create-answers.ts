import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateAnswers1763740802004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // No foreign keys: they would be checked for every answer and take a third of the speed of storing. Only one statement writes here,
    // with questions it read in the same workspace; it is also the only one that deletes a response's answers.
    await queryRunner.query(`
      create table answers (
        workspace_id uuid not null,
        id uuid not null,
        answered_at timestamptz not null,
        response_id uuid not null,
        question_id uuid not null,
        day date not null,
        segment text,
        channel text,
        score smallint not null,
        weight numeric,
        constraint answers_pkey primary key (workspace_id, id, answered_at)
      ) partition by range (answered_at)`);
    await queryRunner.query('create index answers_response_id_idx on answers (workspace_id, response_id)');
    await tenantTable(queryRunner, 'answers');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table answers');
  }
}
