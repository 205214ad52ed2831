import type { MigrationInterface, QueryRunner } from 'typeorm';
import { globalTable } from '../tenant-table.js';

export class CreateSessions1763740800002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table sessions (
        id uuid not null constraint sessions_pkey primary key,
        user_id uuid not null constraint sessions_user_id_fkey references users (id) on delete cascade,
        token_hash bytea not null constraint sessions_token_hash_key unique,
        user_agent text not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      )`);
    await queryRunner.query('create index sessions_user_id_idx on sessions (user_id)');
    await globalTable(queryRunner, 'sessions');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table sessions');
  }
}
