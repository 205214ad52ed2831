import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Effect, P } from '@afferent/contracts';

@Entity('touchpoint_influences')
@ForeignKey('touchpoints', ['workspaceId', 'touchpointId'], ['workspaceId', 'id'], { name: 'touchpoint_influences_touchpoint_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('functions', ['workspaceId', 'functionId'], ['workspaceId', 'id'], { name: 'touchpoint_influences_function_id_fkey' })
@Check('touchpoint_influences_degree_check', 'degree between 0 and 3')
@Check('touchpoint_influences_effect_check', `effect in ('helps', 'hinders', 'mixed')`)
@Index('touchpoint_influences_function_id_idx', ['workspaceId', 'functionId'])
export class TouchpointInfluenceEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'touchpoint_influences_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'touchpoint_id', primaryKeyConstraintName: 'touchpoint_influences_pkey' })
  touchpointId!: string;

  @PrimaryColumn('uuid', { name: 'function_id', primaryKeyConstraintName: 'touchpoint_influences_pkey' })
  functionId!: string;

  @Column('smallint')
  degree!: number;

  @Column('text', { array: true, default: () => `'{}'` })
  through!: P[];

  @Column('text', { nullable: true })
  effect!: Effect | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('integer')
  position!: number;
}
