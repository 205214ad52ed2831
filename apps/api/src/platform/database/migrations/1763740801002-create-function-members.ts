import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateFunctionMembers1763740801002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table function_members (
        workspace_id uuid not null,
        function_id uuid not null,
        user_id uuid not null,
        constraint function_members_pkey primary key (workspace_id, function_id, user_id),
        constraint function_members_function_id_fkey foreign key (workspace_id, function_id) references functions (workspace_id, id) on delete cascade,
        constraint function_members_user_id_fkey foreign key (workspace_id, user_id) references members (workspace_id, user_id) on delete cascade
      )`);
    await queryRunner.query('create index function_members_user_id_idx on function_members (workspace_id, user_id)');
    await tenantTable(queryRunner, 'function_members');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table function_members');
  }
}
