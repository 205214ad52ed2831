import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('touchpoint_scores')
@ForeignKey('touchpoints', ['workspaceId', 'touchpointId'], ['workspaceId', 'id'], { name: 'touchpoint_scores_touchpoint_id_fkey' })
@Check('touchpoint_scores_people_check', 'people between 1 and 5')
@Check('touchpoint_scores_process_check', 'process between 1 and 5')
@Check('touchpoint_scores_product_check', 'product between 1 and 5')
@Check('touchpoint_scores_some_p_check', 'num_nonnulls(people, process, product) > 0')
@Index('touchpoint_scores_touchpoint_id_idx', ['workspaceId', 'touchpointId', 'scoredAt', 'id'])
export class TouchpointScoreEntity {
  @ForeignKey('workspaces', { name: 'touchpoint_scores_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'touchpoint_scores_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'touchpoint_scores_pkey' })
  id!: string;

  @Column('uuid', { name: 'touchpoint_id' })
  touchpointId!: string;

  @Index('touchpoint_scores_author_id_idx')
  @ForeignKey('users', { name: 'touchpoint_scores_author_id_fkey' })
  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('smallint', { nullable: true })
  people!: number | null;

  @Column('smallint', { nullable: true })
  process!: number | null;

  @Column('smallint', { nullable: true })
  product!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('timestamptz', { name: 'scored_at' })
  scoredAt!: Date;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
