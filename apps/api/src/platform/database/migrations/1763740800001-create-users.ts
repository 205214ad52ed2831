import type { MigrationInterface, QueryRunner } from 'typeorm';
import { globalTable } from '../tenant-table.js';

export class CreateUsers1763740800001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table users (
        id uuid not null constraint users_pkey primary key,
        email text not null constraint users_email_key unique,
        name text not null,
        locale text not null,
        password_hash text not null,
        created_at timestamptz not null default now()
      )`);
    await globalTable(queryRunner, 'users');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table users');
  }
}
