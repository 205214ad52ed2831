import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RollupFigures } from './rollup-figures.js';

/** A cell of a whole month; `day` is the month's first. */
@Entity('rollup_months')
@ForeignKey('questions', ['workspaceId', 'questionId'], ['workspaceId', 'id'], { name: 'rollup_months_question_id_fkey', onDelete: 'CASCADE' })
export class RollupMonthEntity extends RollupFigures {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'rollup_months_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'question_id', primaryKeyConstraintName: 'rollup_months_pkey' })
  questionId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'rollup_months_pkey' })
  segment!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'rollup_months_pkey' })
  channel!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'rollup_months_pkey' })
  day!: string;
}
