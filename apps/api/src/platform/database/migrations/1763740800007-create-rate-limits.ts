import type { MigrationInterface, QueryRunner } from 'typeorm';
import { globalTable } from '../tenant-table.js';

export class CreateRateLimits1763740800007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table rate_limits (
        key varchar(255) not null constraint rate_limits_pkey primary key,
        points integer not null default 0,
        expire bigint
      )`);
    await globalTable(queryRunner, 'rate_limits');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table rate_limits');
  }
}
