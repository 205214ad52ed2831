import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateTouchpointInfluences1763740801009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table touchpoint_influences (
        workspace_id uuid not null,
        touchpoint_id uuid not null,
        function_id uuid not null,
        degree smallint not null constraint touchpoint_influences_degree_check check (degree between 0 and 3),
        through text[] not null default '{}',
        effect text constraint touchpoint_influences_effect_check check (effect in ('helps', 'hinders', 'mixed')),
        note text,
        position integer not null,
        constraint touchpoint_influences_pkey primary key (workspace_id, touchpoint_id, function_id),
        constraint touchpoint_influences_touchpoint_id_fkey foreign key (workspace_id, touchpoint_id) references touchpoints (workspace_id, id) on delete cascade,
        constraint touchpoint_influences_function_id_fkey foreign key (workspace_id, function_id) references functions (workspace_id, id)
      )`);
    await queryRunner.query('create index touchpoint_influences_function_id_idx on touchpoint_influences (workspace_id, function_id)');
    await tenantTable(queryRunner, 'touchpoint_influences');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table touchpoint_influences');
  }
}
