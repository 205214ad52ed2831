import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@afferent/contracts';

@Entity('workspaces')
export class WorkspaceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'workspaces_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  locale!: Locale;

  @Column('text')
  timezone!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
