import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RollupFigures } from './rollup-figures.js';

@Entity('rollup_deltas')
export class RollupDeltaEntity extends RollupFigures {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'rollup_deltas_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rollup_deltas_pkey' })
  id!: string;

  @Column('uuid', { name: 'question_id' })
  questionId!: string;

  @Column('date')
  day!: string;

  @Column('text', { nullable: true })
  segment!: string | null;

  @Column('text', { nullable: true })
  channel!: string | null;
}
