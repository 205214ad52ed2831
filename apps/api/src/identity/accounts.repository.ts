import { Injectable } from '@nestjs/common';
import type { Role } from '@afferent/domain';
import type { Locale, WorkspaceOfUser } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { MemberEntity } from './member.entity.js';
import { UserEntity } from './user.entity.js';
import { WorkspaceEntity } from './workspace.entity.js';

/** Users belong to no workspace; everything here works in the open unit except `workspacesOf`. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  findByEmail(email: string): Promise<UserEntity | null> {
    return this.users().findOneBy({ email });
  }

  findById(id: string): Promise<UserEntity | null> {
    return this.users().findOneBy({ id });
  }

  async insertUser(user: { id: string; email: string; name: string; locale: Locale; passwordHash: string }): Promise<void> {
    await this.users().insert(user);
  }

  async updateUser(id: string, change: Partial<Pick<UserEntity, 'name' | 'locale' | 'passwordHash'>>): Promise<void> {
    if (Object.keys(change).length > 0) await this.users().update({ id }, change);
  }

  async insertWorkspace(workspace: { id: string; name: string; locale: Locale; timezone: string }): Promise<void> {
    await this.unit.manager.getRepository(WorkspaceEntity).insert(workspace);
  }

  async insertMember(workspaceId: string, userId: string, role: Role): Promise<void> {
    await this.unit.manager.getRepository(MemberEntity).insert({ workspaceId, userId, role });
  }

  /** Every workspace the user is a member of, the oldest membership first. */
  workspacesOf(userId: string): Promise<WorkspaceOfUser[]> {
    return this.unit.read<WorkspaceOfUser>('select id, name, role, locale, timezone from workspaces_of_user($1)', [userId]);
  }

  private users() {
    return this.unit.manager.getRepository(UserEntity);
  }
}
