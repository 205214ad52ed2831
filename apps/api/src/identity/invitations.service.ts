import { Inject, Injectable } from '@nestjs/common';
import type { Invitation, InvitationCreate, InvitationCreated } from '@afferent/contracts';
import { CONFIG, type Config } from '../platform/config/config.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { Mailer } from '../platform/mail/mailer.service.js';
import { invitationMail } from './invitation-mail.js';
import { InvitationsRepository } from './invitations.repository.js';
import { MembersRepository } from './members.repository.js';
import { hashOf, newSecret } from './secret.js';
import { presentInvitation } from './workspace.presenter.js';
import { WorkspacesRepository } from './workspaces.repository.js';

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly workspaces: WorkspacesRepository,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(actor: Actor): Promise<Invitation[]> {
    return this.unit.run(actor, async () => (await this.invitations.list()).map(presentInvitation));
  }

  /** Sends the invitation; where no mail can be sent, the answer carries the link for the admin to hand over. */
  create(actor: Actor, ownAddress: string, { email, role }: InvitationCreate): Promise<InvitationCreated> {
    const token = newSecret();
    const invitation = { id: newId(), email, role, tokenHash: hashOf(token), invitedBy: actor.userId, expiresAt: new Date(Date.now() + VALID_MS) };
    const link = `${this.config.publicUrl ?? ownAddress}/invite/${token}`;
    return this.unit.run(actor, async () => {
      if (await this.members.hasEmail(email)) throw new Problem(409, 'already_member', 'This person is a member already');
      await this.invitations.replace(invitation);
      if (this.mailer.able) await this.mailer.send(invitationMail(email, await this.workspaces.get(), link));
      return { ...presentInvitation(invitation), link: this.mailer.able ? null : link };
    });
  }

  withdraw(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, async () => {
      if (!(await this.invitations.take(id))) throw notFound();
    });
  }
}
