import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownerMayRead, tenantTable } from '../tenant-table.js';

export class CreateApiKeys1763740800006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table api_keys (
        workspace_id uuid not null constraint api_keys_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        name text not null,
        prefix text not null,
        key_hash bytea not null,
        scopes text[] not null,
        created_by uuid not null constraint api_keys_created_by_fkey references users (id),
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        expires_at timestamptz,
        constraint api_keys_pkey primary key (workspace_id, id)
      )`);
    await queryRunner.query('create index api_keys_key_hash_idx on api_keys (key_hash)');
    await tenantTable(queryRunner, 'api_keys');
    await ownerMayRead(queryRunner, 'api_keys');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table api_keys');
  }
}
