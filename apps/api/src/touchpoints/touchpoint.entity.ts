import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { P, Targets } from '@afferent/contracts';

@Entity('touchpoints')
@Unique('touchpoints_name_key_key', ['workspaceId', 'nameKey'])
@Check('touchpoints_leading_p_check', `leading_p in ('people', 'process', 'product')`)
@Check('touchpoints_importance_check', 'importance between 0 and 10')
@Check('touchpoints_contacts_per_month_check', 'contacts_per_month >= 0')
export class TouchpointEntity {
  @ForeignKey('workspaces', { name: 'touchpoints_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'touchpoints_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'touchpoints_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** What makes two names the same. */
  @Column('text', { name: 'name_key' })
  nameKey!: string;

  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('text', { name: 'leading_p', nullable: true })
  leadingP!: P | null;

  @Column('double precision', { nullable: true })
  importance!: number | null;

  @Column('double precision', { name: 'contacts_per_month', nullable: true })
  contactsPerMonth!: number | null;

  @Column('jsonb', { default: () => `'{}'` })
  targets!: Targets;

  @Column('boolean', { name: 'moment_of_truth', default: () => 'false' })
  momentOfTruth!: boolean;

  /** A plain number and no @VersionColumn: saving a stale entity would set the counter back. */
  @Column('integer', { default: () => '1' })
  version!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
