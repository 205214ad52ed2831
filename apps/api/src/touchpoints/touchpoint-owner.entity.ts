import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('touchpoint_owners')
@ForeignKey('touchpoints', ['workspaceId', 'touchpointId'], ['workspaceId', 'id'], { name: 'touchpoint_owners_touchpoint_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('functions', ['workspaceId', 'functionId'], ['workspaceId', 'id'], { name: 'touchpoint_owners_function_id_fkey' })
@ForeignKey('members', ['workspaceId', 'userId'], ['workspaceId', 'userId'], { name: 'touchpoint_owners_user_id_fkey', onDelete: 'SET NULL' })
@Index('touchpoint_owners_function_id_idx', ['workspaceId', 'functionId'])
@Index('touchpoint_owners_user_id_idx', ['workspaceId', 'userId'])
export class TouchpointOwnerEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'touchpoint_owners_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'touchpoint_id', primaryKeyConstraintName: 'touchpoint_owners_pkey' })
  touchpointId!: string;

  @Column('uuid', { name: 'function_id' })
  functionId!: string;

  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;
}
