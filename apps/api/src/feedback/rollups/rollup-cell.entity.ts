import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RollupFigures } from './rollup-figures.js';

@Entity('rollup_cells')
@ForeignKey('questions', ['workspaceId', 'questionId'], ['workspaceId', 'id'], { name: 'rollup_cells_question_id_fkey', onDelete: 'CASCADE' })
export class RollupCellEntity extends RollupFigures {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'rollup_cells_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'question_id', primaryKeyConstraintName: 'rollup_cells_pkey' })
  questionId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'rollup_cells_pkey' })
  segment!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'rollup_cells_pkey' })
  channel!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'rollup_cells_pkey' })
  day!: string;
}
