import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownerMayRead, tenantTable } from '../tenant-table.js';

export class CreateMembers1763740800004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table members (
        workspace_id uuid not null constraint members_workspace_id_fkey references workspaces (id) on delete cascade,
        user_id uuid not null constraint members_user_id_fkey references users (id),
        role text not null constraint members_role_check check (role in ('admin', 'editor', 'contributor', 'viewer')),
        created_at timestamptz not null default now(),
        constraint members_pkey primary key (workspace_id, user_id)
      )`);
    await queryRunner.query('create index members_user_id_idx on members (user_id)');
    await tenantTable(queryRunner, 'members');
    await ownerMayRead(queryRunner, 'members');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table members');
  }
}
