import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rejection's reason is its code with the figures in it; the sentence is made when it is read. */
export class StoreRejectionParams1763740807002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table import_rejections add column params jsonb not null default '{}'`);
    await queryRunner.query('alter table import_rejections no force row level security');
    await queryRunner.query(`
      update import_rejections set params = case code
        when 'invalid_answer' then jsonb_build_object('min', substring(detail from 'from (-?[0-9]+)'), 'max', substring(detail from 'to (-?[0-9]+)'))
        when 'too_many_fields' then jsonb_build_object('fields', substring(detail from 'row has ([0-9]+)'), 'columns', substring(detail from 'header has ([0-9]+)'))
        when 'invalid_id' then jsonb_build_object('max', 500)
        else '{}' end`);
    await queryRunner.query('alter table import_rejections force row level security');
    await queryRunner.query('alter table import_rejections drop column detail');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table import_rejections add column detail text not null default ''`);
    await queryRunner.query('alter table import_rejections drop column params');
  }
}
