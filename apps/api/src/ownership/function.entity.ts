import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('functions')
@Unique('functions_name_key_key', ['workspaceId', 'nameKey'])
export class FunctionEntity {
  @ForeignKey('workspaces', { name: 'functions_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'functions_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'functions_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** What makes two names the same. */
  @Column('text', { name: 'name_key' })
  nameKey!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
