import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '@afferent/contracts';
import type { DemoSurvey } from './surveys.js';

@Entity('demos')
@Check('demos_locale_check', `locale in ('en', 'ru')`)
@Check('demos_last_month_check', `last_month ~ '^[0-9]{4}-[0-9]{2}$'`)
@Check('demos_status_check', `status in ('filling', 'ready', 'removing')`)
export class DemoEntity {
  @ForeignKey('workspaces', { name: 'demos_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'demos_pkey' })
  workspaceId!: string;

  @Column('text')
  locale!: Locale;

  @Column('text', { name: 'last_month' })
  lastMonth!: string;

  @Index('demos_created_by_idx')
  @ForeignKey('users', { name: 'demos_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('text', { default: () => `'filling'` })
  status!: 'filling' | 'ready' | 'removing';

  @Column('jsonb', { nullable: true })
  surveys!: Record<DemoSurvey, string> | null;

  @Column('uuid', { array: true, default: () => `'{}'` })
  colleagues!: string[];

  @Column('integer', { name: 'batches_done', default: () => '0' })
  batchesDone!: number;

  @Column('integer', { name: 'months_done', default: () => '0' })
  monthsDone!: number;

  @Column('integer', { default: () => '0' })
  responses!: number;

  @Column('text', { nullable: true })
  error!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
