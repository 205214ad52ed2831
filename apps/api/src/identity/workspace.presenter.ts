import type { ApiKey, Invitation, Member, Workspace } from '@afferent/contracts';
import { presentEmail } from './account.presenter.js';
import type { ApiKeyEntity } from './api-key.entity.js';
import type { InvitationEntity } from './invitation.entity.js';
import type { MemberRow } from './members.repository.js';
import type { WorkspaceEntity } from './workspace.entity.js';

export const presentWorkspace = ({ id, name, locale, timezone }: WorkspaceEntity): Workspace => ({ id, name, locale, timezone });

export const presentMember = (row: MemberRow): Member => ({
  userId: row.user_id,
  name: row.name,
  email: presentEmail(row.email),
  role: row.role,
  functionIds: row.function_ids,
});

export const presentInvitation = (invitation: Pick<InvitationEntity, 'id' | 'email' | 'role' | 'expiresAt'>): Invitation => ({
  id: invitation.id,
  email: presentEmail(invitation.email),
  role: invitation.role,
  expiresAt: invitation.expiresAt.toISOString(),
});

export const presentApiKey = (key: ApiKeyEntity, creatorName: string): ApiKey => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  scopes: key.scopes,
  createdBy: { userId: key.createdBy, name: creatorName },
  createdAt: key.createdAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  expiresAt: key.expiresAt?.toISOString() ?? null,
});
