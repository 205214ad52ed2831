import { Injectable } from '@nestjs/common';
import type { InvitationAccept, InvitationOffer, Me } from '@afferent/contracts';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { violatedConstraint } from '../platform/database/violated-constraint.js';
import type { Session } from '../platform/http/actor.js';
import type { Exchange } from '../platform/http/exchange.js';
import { notFound, Problem, unprocessable } from '../platform/http/problem.js';
import { presentEmail } from './account.presenter.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { Attempts } from './attempts.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';
import { MembersRepository } from './members.repository.js';
import { PasswordService } from './password.service.js';
import { hashOf } from './secret.js';
import { SignInService } from './sign-in.service.js';
import { WorkspacesRepository } from './workspaces.repository.js';

const accountExists = () => new Problem(409, 'account_exists', 'This address has an account already: sign in, then open the link again');

/** The invited side: an invitation is bound to its address and works once; unknown, expired and used ones look the same. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: AccountsService,
    private readonly users: AccountsRepository,
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly workspaces: WorkspacesRepository,
    private readonly passwords: PasswordService,
    private readonly signIns: SignInService,
    private readonly attempts: Attempts,
  ) {}

  async offer({ request }: Exchange, token: string): Promise<InvitationOffer> {
    await this.attempts.invitation(request.ip);
    const place = await this.locate(token);
    return this.unit.run({ workspaceId: place.workspace_id }, async () => {
      const { email, role } = await this.find(place.id);
      const { name, locale } = await this.workspaces.get();
      return { email: presentEmail(email), role, workspaceName: name, locale, hasAccount: (await this.users.findByEmail(email)) !== null };
    }, { readOnly: true });
  }

  async accept(exchange: Exchange, session: Session | null, input: InvitationAccept): Promise<Me> {
    await this.attempts.invitation(exchange.request.ip);
    const place = await this.locate(input.token);
    const invitation = await this.unit.run({ workspaceId: place.workspace_id }, () => this.find(place.id), { readOnly: true });
    const userId = session === null ? await this.joinAsNew(invitation, input) : await this.joinAs(session.userId, invitation);
    if (session === null) await this.signIns.begin(exchange, userId);
    return this.accounts.me(userId);
  }

  private async joinAs(userId: string, invitation: InvitationEntity): Promise<string> {
    await this.unit.run({ workspaceId: invitation.workspaceId, userId }, async () => {
      const user = await this.users.findById(userId);
      if (user?.email !== invitation.email) throw new Problem(403, 'other_account', 'This invitation is for another address');
      await this.take(invitation);
      await this.members.insert(userId, invitation.role);
    });
    return userId;
  }

  private async joinAsNew(invitation: InvitationEntity, { name, password }: InvitationAccept): Promise<string> {
    if ((await this.unit.runSystem(() => this.users.findByEmail(invitation.email))) !== null) throw accountExists();
    if (name === undefined || password === undefined) throw unprocessable('account_needed', 'A name and a password make the new account');
    this.passwords.refuseCommon(password, invitation.email);
    const passwordHash = await this.passwords.hash(password);
    const userId = newId();
    try {
      await this.unit.run({ workspaceId: invitation.workspaceId, userId }, async () => {
        await this.take(invitation);
        const { locale } = await this.workspaces.get();
        await this.users.insertUser({ id: userId, email: invitation.email, name, locale, passwordHash });
        await this.members.insert(userId, invitation.role);
      });
    } catch (error) {
      throw violatedConstraint(error) === 'users_email_key' ? accountExists() : error;
    }
    return userId;
  }

  private async locate(token: string) {
    const place = await this.invitations.locate(hashOf(token));
    if (place === undefined) throw notFound();
    return place;
  }

  private async find(id: string): Promise<InvitationEntity> {
    const invitation = await this.invitations.find(id);
    if (invitation === null) throw notFound();
    return invitation;
  }

  private async take(invitation: InvitationEntity): Promise<void> {
    if (!(await this.invitations.take(invitation.id))) throw notFound();
  }
}
