import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportMapping, ImportStatus } from '@afferent/contracts';
import type { Notice } from './import/notice-words.js';

/** Counts are bigints, which the driver gives as text. */
@Entity('imports')
@ForeignKey('import_mappings', ['workspaceId', 'mappingId'], ['workspaceId', 'id'], { name: 'imports_mapping_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('journeys', ['workspaceId', 'journeyId'], ['workspaceId', 'id'], { name: 'imports_journey_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('surveys', ['workspaceId', 'surveyId'], ['workspaceId', 'id'], { name: 'imports_survey_id_fkey', onDelete: 'CASCADE' })
@Check('imports_status_check', `status in ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Check('imports_counts_check', 'rows_read = accepted + duplicates + rejected')
@Index('imports_unfinished_idx', ['leasedUntil'], { where: `status in ('queued', 'running')` })
export class ImportEntity {
  @ForeignKey('workspaces', { name: 'imports_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'imports_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'imports_pkey' })
  id!: string;

  @Column('text', { default: () => `'queued'` })
  status!: ImportStatus;

  @Column('uuid', { name: 'mapping_id' })
  mappingId!: string;

  @Column('jsonb')
  mapping!: ImportMapping;

  @Column('uuid', { name: 'journey_id', nullable: true })
  journeyId!: string | null;

  @Column('uuid', { name: 'survey_id', nullable: true })
  surveyId!: string | null;

  @Column('uuid', { name: 'question_ids', array: true, nullable: true })
  questionIds!: (string | null)[] | null;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('bigint', { name: 'last_row', default: () => '0' })
  lastRow!: string;

  @Column('double precision', { default: () => '0' })
  progress!: number;

  @Column('bigint', { name: 'rows_read', default: () => '0' })
  rowsRead!: string;

  @Column('bigint', { default: () => '0' })
  accepted!: string;

  @Column('bigint', { default: () => '0' })
  duplicates!: string;

  @Column('bigint', { default: () => '0' })
  rejected!: string;

  @Column('bigint', { name: 'rejected_answers', default: () => '0' })
  rejectedAnswers!: string;

  @Column('jsonb', { default: () => `'[]'` })
  notices!: Notice[];

  @Column('jsonb', { nullable: true })
  failure!: Notice | null;

  @Column('date', { name: 'first_day', nullable: true })
  firstDay!: string | null;

  @Column('date', { name: 'last_day', nullable: true })
  lastDay!: string | null;

  @Column('uuid', { nullable: true })
  lease!: string | null;

  @Column('timestamptz', { name: 'leased_until', nullable: true })
  leasedUntil!: Date | null;

  @Column('smallint', { default: () => '0' })
  attempts!: number;

  @ForeignKey('users', { name: 'imports_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
