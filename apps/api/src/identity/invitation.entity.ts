import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UserEntity } from './user.entity.js';
import { WorkspaceEntity } from './workspace.entity.js';
import type { Role } from '@afferent/domain';

@Entity('invitations')
@Check('invitations_role_check', `role in ('admin', 'editor', 'contributor', 'viewer')`)
@Unique('invitations_email_key', ['workspaceId', 'email'])
export class InvitationEntity {
  @ForeignKey(() => WorkspaceEntity, { name: 'invitations_workspace_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'invitations_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitations_pkey' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  role!: Role;

  @Index('invitations_token_hash_idx')
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @ForeignKey(() => UserEntity, { name: 'invitations_invited_by_fkey' })
  @Column('uuid', { name: 'invited_by' })
  invitedBy!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
