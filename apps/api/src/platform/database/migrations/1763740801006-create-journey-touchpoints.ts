import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateJourneyTouchpoints1763740801006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // What a map's document says about touchpoints, in map order: for joins, and so that a touchpoint on a map cannot be deleted.
    await queryRunner.query(`
      create table journey_touchpoints (
        workspace_id uuid not null,
        journey_id uuid not null,
        touchpoint_id uuid not null,
        stage_id uuid not null,
        card_id uuid not null,
        position integer not null,
        constraint journey_touchpoints_pkey primary key (workspace_id, journey_id, touchpoint_id),
        constraint journey_touchpoints_journey_id_fkey foreign key (workspace_id, journey_id) references journeys (workspace_id, id) on delete cascade,
        constraint journey_touchpoints_touchpoint_id_fkey foreign key (workspace_id, touchpoint_id) references touchpoints (workspace_id, id)
      )`);
    await queryRunner.query('create index journey_touchpoints_touchpoint_id_idx on journey_touchpoints (workspace_id, touchpoint_id)');
    await tenantTable(queryRunner, 'journey_touchpoints');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table journey_touchpoints');
  }
}
