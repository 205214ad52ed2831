import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateRollupCells1763740802006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // b = answers per point of the scale; x = sum of (weight - 1) per point, xx = sum of (weight² - 1), null where every weight is 1.
    await queryRunner.query(`
      create table rollup_cells (
        workspace_id uuid not null,
        question_id uuid not null,
        day date not null,
        segment text not null,
        channel text not null,
        b0 integer not null default 0,
        b1 integer not null default 0,
        b2 integer not null default 0,
        b3 integer not null default 0,
        b4 integer not null default 0,
        b5 integer not null default 0,
        b6 integer not null default 0,
        b7 integer not null default 0,
        b8 integer not null default 0,
        b9 integer not null default 0,
        b10 integer not null default 0,
        x0 numeric,
        x1 numeric,
        x2 numeric,
        x3 numeric,
        x4 numeric,
        x5 numeric,
        x6 numeric,
        x7 numeric,
        x8 numeric,
        x9 numeric,
        x10 numeric,
        xx numeric,
        constraint rollup_cells_pkey primary key (workspace_id, question_id, segment, channel, day),
        constraint rollup_cells_question_id_fkey foreign key (workspace_id, question_id) references questions (workspace_id, id) on delete cascade
      )`);
    await tenantTable(queryRunner, 'rollup_cells');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table rollup_cells');
  }
}
