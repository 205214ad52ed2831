import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity.js';
import { WorkspaceEntity } from './workspace.entity.js';
import type { Role } from '@afferent/domain';

@Entity('members')
@Check('members_role_check', `role in ('admin', 'editor', 'contributor', 'viewer')`)
export class MemberEntity {
  @ForeignKey(() => WorkspaceEntity, { name: 'members_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'members_pkey' })
  workspaceId!: string;

  @Index('members_user_id_idx')
  @ForeignKey(() => UserEntity, { name: 'members_user_id_fkey' })
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'members_pkey' })
  userId!: string;

  @Column('text')
  role!: Role;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
