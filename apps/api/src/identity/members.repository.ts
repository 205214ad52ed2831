import { Injectable } from '@nestjs/common';
import type { Role } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { MemberEntity } from './member.entity.js';

export interface MemberRow {
  readonly user_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly function_ids: string[];
}

@Injectable()
export class MembersRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Everybody in the workspace, by name; of one person when `userId` is given. */
  list(userId: string | null = null): Promise<MemberRow[]> {
    return this.unit.query<MemberRow>(
      `select m.user_id, u.name, u.email, m.role,
         array(select f.function_id from function_members f where f.workspace_id = m.workspace_id and f.user_id = m.user_id order by f.function_id) as function_ids
       from members m join users u on u.id = m.user_id
       where m.workspace_id = $1 and ($2::uuid is null or m.user_id = $2)
       order by lower(u.name), m.user_id`,
      [this.unit.workspaceId(), userId],
    );
  }

  /** The admins, locked, so that two of them cannot both be the last to go. */
  async lockAdmins(): Promise<string[]> {
    const rows = await this.unit.query<{ user_id: string }>(
      `select user_id from members where workspace_id = $1 and role = 'admin' order by user_id for update`,
      [this.unit.workspaceId()],
    );
    return rows.map((row) => row.user_id);
  }

  async exists(userId: string): Promise<boolean> {
    return this.members().existsBy({ workspaceId: this.unit.workspaceId(), userId });
  }

  async hasEmail(email: string): Promise<boolean> {
    const rows = await this.unit.query('select 1 from members m join users u on u.id = m.user_id where m.workspace_id = $1 and u.email = $2', [this.unit.workspaceId(), email]);
    return rows.length > 0;
  }

  /** False when they are a member already. */
  async insert(userId: string, role: Role): Promise<boolean> {
    const rows = await this.unit.query('insert into members (workspace_id, user_id, role) values ($1, $2, $3) on conflict do nothing returning user_id', [this.unit.workspaceId(), userId, role]);
    return rows.length > 0;
  }

  async setRole(userId: string, role: Role): Promise<void> {
    await this.members().update({ workspaceId: this.unit.workspaceId(), userId }, { role });
  }

  async delete(userId: string): Promise<void> {
    await this.members().delete({ workspaceId: this.unit.workspaceId(), userId });
  }

  private members() {
    return this.unit.manager.getRepository(MemberEntity);
  }
}
