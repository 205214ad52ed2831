import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('responses')
@ForeignKey('surveys', ['workspaceId', 'surveyId'], ['workspaceId', 'id'], { name: 'responses_survey_id_fkey', onDelete: 'CASCADE' })
@Unique('responses_external_id_key', ['workspaceId', 'surveyId', 'externalId'])
@Check('responses_weight_check', 'weight > 0 and weight <= 1000')
export class ResponseEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'responses_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'responses_pkey' })
  id!: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt!: Date;

  @Column('timestamptz', { name: 'experienced_at', nullable: true })
  experiencedAt!: Date | null;

  /** The local day the response counts under, `yyyy-MM-dd`. */
  @Column('date')
  day!: string;

  @Column('text', { nullable: true })
  segment!: string | null;

  @Column('text', { nullable: true })
  channel!: string | null;

  /** Exact, hence text; null counts as one. */
  @Column('numeric', { nullable: true })
  weight!: string | null;

  @Column('jsonb', { nullable: true })
  attributes!: Record<string, unknown> | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { name: 'customer_ref', nullable: true })
  customerRef!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
