import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Warnings and errors become codes with what belongs into their words, so that each reader gets them in their language. */
export class StoreImportNotices1763740807001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table imports add column notices jsonb not null default '[]', add column failure jsonb`);
    // The owner sees no rows of forced tables: it is let in for this transaction only.
    await queryRunner.query('alter table imports no force row level security');
    await queryRunner.query(`
      update imports set
        notices = (select coalesce(jsonb_agg(jsonb_build_object('code', 'other', 'params', jsonb_build_object('text', warning))), '[]') from unnest(warnings) as warning),
        failure = case when error is not null then jsonb_build_object('code', 'other', 'params', jsonb_build_object('text', error)) end`);
    await queryRunner.query('alter table imports force row level security');
    await queryRunner.query('alter table imports drop column warnings, drop column error');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table imports add column warnings text[] not null default '{}', add column error text`);
    await queryRunner.query('alter table imports no force row level security');
    await queryRunner.query(`
      update imports set
        warnings = array(select coalesce(notice -> 'params' ->> 'text', notice ->> 'code') from jsonb_array_elements(notices) as notice),
        error = coalesce(failure -> 'params' ->> 'text', failure ->> 'code')`);
    await queryRunner.query('alter table imports force row level security');
    await queryRunner.query('alter table imports drop column notices, drop column failure');
  }
}
