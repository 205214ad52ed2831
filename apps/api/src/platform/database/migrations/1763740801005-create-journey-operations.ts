import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

export class CreateJourneyOperations1763740801005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table journey_operations (
        workspace_id uuid not null,
        journey_id uuid not null,
        seq integer not null,
        client_id text not null,
        client_seq bigint not null,
        user_id uuid not null constraint journey_operations_user_id_fkey references users (id),
        operation jsonb not null,
        at timestamptz not null default now(),
        constraint journey_operations_pkey primary key (workspace_id, journey_id, seq),
        constraint journey_operations_client_seq_key unique (workspace_id, journey_id, client_id, client_seq),
        constraint journey_operations_journey_id_fkey foreign key (workspace_id, journey_id) references journeys (workspace_id, id) on delete cascade
      )`);
    await queryRunner.query('create index journey_operations_user_id_idx on journey_operations (user_id)');
    await tenantTable(queryRunner, 'journey_operations');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table journey_operations');
  }
}
