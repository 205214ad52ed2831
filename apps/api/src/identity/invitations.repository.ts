import { Injectable } from '@nestjs/common';
import type { Role } from '@afferent/domain';
import { MoreThan } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvitationEntity } from './invitation.entity.js';

export interface InvitationPlace {
  readonly workspace_id: string;
  readonly id: string;
}

@Injectable()
export class InvitationsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Where an invitation lives, by its secret; outside of a unit of work, because nobody knows the workspace yet. */
  async locate(tokenHash: Buffer): Promise<InvitationPlace | undefined> {
    const [place] = await this.unit.read<InvitationPlace>('select workspace_id, id from invitation_by_token($1)', [tokenHash]);
    return place;
  }

  list(): Promise<InvitationEntity[]> {
    return this.invitations().find({ where: { workspaceId: this.unit.workspaceId(), expiresAt: MoreThan(new Date()) }, order: { createdAt: 'DESC' } });
  }

  find(id: string): Promise<InvitationEntity | null> {
    return this.invitations().findOneBy({ workspaceId: this.unit.workspaceId(), id, expiresAt: MoreThan(new Date()) });
  }

  /** A new invitation takes the place of an older one to the same address. */
  async replace(invitation: { id: string; email: string; role: Role; tokenHash: Buffer; invitedBy: string; expiresAt: Date }): Promise<void> {
    const workspaceId = this.unit.workspaceId();
    await this.invitations().delete({ workspaceId, email: invitation.email });
    await this.invitations().insert({ workspaceId, ...invitation });
  }

  /** True for the one caller who took it away. */
  async take(id: string): Promise<boolean> {
    const { affected } = await this.invitations().delete({ workspaceId: this.unit.workspaceId(), id });
    return affected === 1;
  }

  async deleteBy(inviterId: string): Promise<void> {
    await this.invitations().delete({ workspaceId: this.unit.workspaceId(), invitedBy: inviterId });
  }

  private invitations() {
    return this.unit.manager.getRepository(InvitationEntity);
  }
}
