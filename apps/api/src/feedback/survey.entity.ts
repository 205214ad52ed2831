import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('surveys')
@ForeignKey('journeys', ['workspaceId', 'journeyId'], ['workspaceId', 'id'], { name: 'surveys_journey_id_fkey' })
@Check('surveys_kind_check', `kind in ('relational', 'transactional')`)
@Index('surveys_journey_id_idx', ['workspaceId', 'journeyId'])
export class SurveyEntity {
  @ForeignKey('workspaces', { name: 'surveys_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'surveys_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'surveys_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: 'relational' | 'transactional';

  @Column('uuid', { name: 'journey_id', nullable: true })
  journeyId!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
