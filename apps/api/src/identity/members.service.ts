import { Injectable } from '@nestjs/common';
import type { Member, MemberPatch } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound, unprocessable } from '../platform/http/problem.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { InvitationsRepository } from './invitations.repository.js';
import { MembersRepository } from './members.repository.js';
import { presentMember } from './workspace.presenter.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly keys: ApiKeysRepository,
  ) {}

  list(actor: Actor): Promise<Member[]> {
    return this.unit.run(actor, async () => (await this.members.list()).map(presentMember));
  }

  /** Whether somebody belongs to the workspace of the open unit of work; for other features. */
  exists(userId: string): Promise<boolean> {
    return this.members.exists(userId);
  }

  edit(actor: Actor, userId: string, { role }: MemberPatch): Promise<Member> {
    return this.unit.run(actor, async () => {
      if (role !== 'admin') await this.keepAnAdmin(userId);
      await this.members.setRole(userId, role);
      if (role !== 'admin') await this.invitations.deleteBy(userId);
      const [row] = await this.members.list(userId);
      if (row === undefined) throw notFound();
      return presentMember(row);
    });
  }

  /** What they made in the workspace stays; their keys and open invitations go with them. */
  remove(actor: Actor, userId: string): Promise<void> {
    return this.unit.run(actor, async () => {
      if (!(await this.members.exists(userId))) throw notFound();
      await this.keepAnAdmin(userId);
      await this.invitations.deleteBy(userId);
      await this.keys.deleteBy(userId);
      await this.members.delete(userId);
    });
  }

  private async keepAnAdmin(leaving: string): Promise<void> {
    const admins = await this.members.lockAdmins();
    if (admins.length === 1 && admins[0] === leaving) throw unprocessable('last_admin', 'A workspace needs an admin; make somebody else one first');
  }
}
