import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('function_members')
@ForeignKey('functions', ['workspaceId', 'functionId'], ['workspaceId', 'id'], { name: 'function_members_function_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('members', ['workspaceId', 'userId'], ['workspaceId', 'userId'], { name: 'function_members_user_id_fkey', onDelete: 'CASCADE' })
@Index('function_members_user_id_idx', ['workspaceId', 'userId'])
export class FunctionMemberEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'function_members_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'function_id', primaryKeyConstraintName: 'function_members_pkey' })
  functionId!: string;

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'function_members_pkey' })
  userId!: string;
}
