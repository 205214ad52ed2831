import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Operation } from '@afferent/domain';

@Entity('journey_operations')
@ForeignKey('journeys', ['workspaceId', 'journeyId'], ['workspaceId', 'id'], { name: 'journey_operations_journey_id_fkey', onDelete: 'CASCADE' })
@Unique('journey_operations_client_seq_key', ['workspaceId', 'journeyId', 'clientId', 'clientSeq'])
export class JourneyOperationEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'journey_operations_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'journey_id', primaryKeyConstraintName: 'journey_operations_pkey' })
  journeyId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'journey_operations_pkey' })
  seq!: number;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  /** A bigint, which the driver gives as text. */
  @Column('bigint', { name: 'client_seq' })
  clientSeq!: string;

  @Index('journey_operations_user_id_idx')
  @ForeignKey('users', { name: 'journey_operations_user_id_fkey' })
  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('jsonb')
  operation!: Operation;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
