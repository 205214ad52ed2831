import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownerMayRead, tenantTable } from '../tenant-table.js';

export class CreateRollupDeltas1763740802007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // No foreign key to questions, as with answers: rows live here for a second, until they are folded into cells that have one.
    await queryRunner.query(`
      create table rollup_deltas (
        workspace_id uuid not null,
        id uuid not null,
        question_id uuid not null,
        day date not null,
        segment text,
        channel text,
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
        constraint rollup_deltas_pkey primary key (workspace_id, id)
      )`);
    await tenantTable(queryRunner, 'rollup_deltas');
    await ownerMayRead(queryRunner, 'rollup_deltas');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table rollup_deltas');
  }
}
