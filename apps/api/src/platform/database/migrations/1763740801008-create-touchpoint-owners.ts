import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateTouchpointOwners1763740801008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // A person who leaves the workspace leaves the ownership to the function.
    await queryRunner.query(`
      create table touchpoint_owners (
        workspace_id uuid not null,
        touchpoint_id uuid not null,
        function_id uuid not null,
        user_id uuid,
        constraint touchpoint_owners_pkey primary key (workspace_id, touchpoint_id),
        constraint touchpoint_owners_touchpoint_id_fkey foreign key (workspace_id, touchpoint_id) references touchpoints (workspace_id, id) on delete cascade,
        constraint touchpoint_owners_function_id_fkey foreign key (workspace_id, function_id) references functions (workspace_id, id),
        constraint touchpoint_owners_user_id_fkey foreign key (workspace_id, user_id) references members (workspace_id, user_id) on delete set null (user_id)
      )`);
    await queryRunner.query('create index touchpoint_owners_function_id_idx on touchpoint_owners (workspace_id, function_id)');
    await queryRunner.query('create index touchpoint_owners_user_id_idx on touchpoint_owners (workspace_id, user_id)');
    await tenantTable(queryRunner, 'touchpoint_owners');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table touchpoint_owners');
  }
}
