import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { JourneyDocument } from '@afferent/domain';

@Entity('journeys')
@Check('journeys_state_check', `state in ('current', 'future')`)
export class JourneyEntity {
  @ForeignKey('workspaces', { name: 'journeys_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'journeys_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'journeys_pkey' })
  id!: string;

  @Column({ type: 'text', generatedType: 'STORED', asExpression: `document ->> 'name'` })
  name!: string;

  @Column({ type: 'text', generatedType: 'STORED', asExpression: `document ->> 'state'` })
  state!: JourneyDocument['state'];

  @Column('integer', { default: () => '0' })
  seq!: number;

  @Column('jsonb')
  document!: JourneyDocument;

  @Column('jsonb', { name: 'initial_document' })
  initialDocument!: JourneyDocument;

  @Index('journeys_created_by_idx')
  @ForeignKey('users', { name: 'journeys_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
