import { Injectable } from '@nestjs/common';
import type { Login, Me, MePatch, PasswordChange, Register, WorkspaceCreate } from '@afferent/contracts';
import { violatedConstraint } from '../platform/database/violated-constraint.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Session } from '../platform/http/actor.js';
import { Problem, unprocessable } from '../platform/http/problem.js';
import { AccountsRepository } from './accounts.repository.js';
import { presentUser } from './account.presenter.js';
import { PasswordService } from './password.service.js';
import { SessionsService } from './sessions.service.js';
import type { UserEntity } from './user.entity.js';

const emailTaken = () => new Problem(409, 'email_taken', 'A user with this e-mail exists');
const wrongPair = () => new Problem(401, 'wrong_credentials', 'The e-mail or the password is wrong');

/** People and what they may do with their own account. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionsService,
  ) {}

  /** A new user with a workspace of their own, as its admin. */
  async register(input: Register) {
    this.passwords.refuseCommon(input.password, input.email);
    if ((await this.unit.runSystem(() => this.accounts.findByEmail(input.email))) !== null) throw emailTaken();
    const passwordHash = await this.passwords.hash(input.password);
    const { email, name, locale, timezone } = input;
    const user = { id: newId(), email, name, locale, passwordHash };
    const workspace = { id: newId(), name: input.workspaceName, locale, timezone };
    try {
      await this.unit.run({ workspaceId: workspace.id, userId: user.id }, async () => {
        await this.accounts.insertUser(user);
        await this.accounts.insertWorkspace(workspace);
        await this.accounts.insertMember(workspace.id, user.id, 'admin');
      });
    } catch (error) {
      throw violatedConstraint(error) === 'users_email_key' ? emailTaken() : error;
    }
    return { user: presentUser(user), workspace: { id: workspace.id, name: workspace.name } };
  }

  /** Another workspace for somebody who is signed in. */
  async createWorkspace(userId: string, input: WorkspaceCreate) {
    const workspace = { id: newId(), ...input };
    await this.unit.run({ workspaceId: workspace.id, userId }, async () => {
      await this.accounts.insertWorkspace(workspace);
      await this.accounts.insertMember(workspace.id, userId, 'admin');
    });
    return workspace;
  }

  /** The one answer for every wrong pair; an unknown address costs as much as a wrong password. */
  async signIn({ email, password }: Login): Promise<UserEntity> {
    const user = await this.unit.runSystem(() => this.accounts.findByEmail(email));
    const matches = await this.passwords.matches(password, user?.passwordHash ?? null);
    if (user === null || !matches) throw wrongPair();
    return user;
  }

  async me(userId: string): Promise<Me> {
    const user = await this.unit.runSystem(() => this.accounts.findById(userId));
    if (user === null) throw new Problem(401, 'not_signed_in', 'This account is gone');
    return { user: presentUser(user), workspaces: await this.accounts.workspacesOf(userId) };
  }

  async edit(userId: string, patch: MePatch): Promise<Me> {
    const change = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<UserEntity>;
    await this.unit.runSystem(() => this.accounts.updateUser(userId, change));
    return this.me(userId);
  }

  /** Ends every session of the user; the caller opens a new one. */
  async changePassword({ userId }: Session, { currentPassword, newPassword }: PasswordChange): Promise<void> {
    const user = await this.unit.runSystem(() => this.accounts.findById(userId));
    if (!(await this.passwords.matches(currentPassword, user?.passwordHash ?? null)) || user === null) {
      throw unprocessable('wrong_password', 'The current password is wrong', [{ path: 'currentPassword', code: 'wrong', message: 'is not the current password' }]);
    }
    this.passwords.refuseCommon(newPassword, user.email, 'newPassword');
    const passwordHash = await this.passwords.hash(newPassword);
    await this.unit.runSystem(async () => {
      await this.accounts.updateUser(userId, { passwordHash });
      await this.sessions.closeAll(userId);
    });
  }
}
