import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { QuestionMetric } from '@afferent/contracts';

@Entity('questions')
@ForeignKey('surveys', ['workspaceId', 'surveyId'], ['workspaceId', 'id'], { name: 'questions_survey_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('touchpoints', ['workspaceId', 'touchpointId'], ['workspaceId', 'id'], { name: 'questions_touchpoint_id_fkey' })
@Unique('questions_key_key', ['workspaceId', 'surveyId', 'key'])
@Unique('questions_touchpoint_id_key', ['workspaceId', 'surveyId', 'touchpointId', 'metric'])
@Check('questions_metric_check', `metric in ('nps', 'csat', 'csi', 'ces', 'emotion')`)
@Check('questions_scale_check', 'scale_max - scale_min between 1 and 10')
@Index('questions_touchpoint_id_idx', ['workspaceId', 'touchpointId'])
export class QuestionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'questions_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'questions_pkey' })
  id!: string;

  @Column('uuid', { name: 'survey_id' })
  surveyId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  key!: string;

  @Column('text')
  text!: string;

  @Column('text')
  metric!: QuestionMetric;

  @Column('smallint', { name: 'scale_min' })
  scaleMin!: number;

  @Column('smallint', { name: 'scale_max' })
  scaleMax!: number;

  @Column('uuid', { name: 'touchpoint_id', nullable: true })
  touchpointId!: string | null;
}
