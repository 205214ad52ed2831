import PgBoss from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** pg-boss's own schema; its script's transaction is left out because a migration already runs in one. */
export class CreateJobs1763740800010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const script = PgBoss.getConstructionPlans('pgboss').replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '');
    await queryRunner.query(script);
    await queryRunner.query('grant usage on schema pgboss to afferent_app');
    await queryRunner.query('grant select, insert, update, delete on all tables in schema pgboss to afferent_app');
    await queryRunner.query('alter default privileges in schema pgboss grant select, insert, update, delete on tables to afferent_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop schema pgboss cascade');
  }
}
