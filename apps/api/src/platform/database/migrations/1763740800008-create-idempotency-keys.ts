import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateIdempotencyKeys1763740800008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table idempotency_keys (
        workspace_id uuid not null constraint idempotency_keys_workspace_id_fkey references workspaces (id) on delete cascade,
        principal text not null,
        route text not null,
        key text not null,
        request_hash bytea not null,
        status integer not null,
        body text not null,
        created_at timestamptz not null default now(),
        constraint idempotency_keys_pkey primary key (workspace_id, principal, route, key)
      )`);
    await queryRunner.query('create index idempotency_keys_created_at_idx on idempotency_keys (workspace_id, created_at)');
    await tenantTable(queryRunner, 'idempotency_keys');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table idempotency_keys');
  }
}
