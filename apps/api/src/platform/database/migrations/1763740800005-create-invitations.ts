import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownerMayRead, tenantTable } from '../tenant-table.js';

export class CreateInvitations1763740800005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table invitations (
        workspace_id uuid not null constraint invitations_workspace_id_fkey references workspaces (id) on delete cascade,
        id uuid not null,
        email text not null,
        role text not null constraint invitations_role_check check (role in ('admin', 'editor', 'contributor', 'viewer')),
        token_hash bytea not null,
        invited_by uuid not null constraint invitations_invited_by_fkey references users (id),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        constraint invitations_pkey primary key (workspace_id, id),
        constraint invitations_email_key unique (workspace_id, email)
      )`);
    await queryRunner.query('create index invitations_token_hash_idx on invitations (token_hash)');
    await tenantTable(queryRunner, 'invitations');
    await ownerMayRead(queryRunner, 'invitations');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table invitations');
  }
}
