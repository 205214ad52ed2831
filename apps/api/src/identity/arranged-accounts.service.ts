import { Injectable } from '@nestjs/common';
import type { Locale, WorkspaceCreate } from '@afferent/contracts';
import type { Role } from '@afferent/domain';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { AccountsRepository } from './accounts.repository.js';
import { ArrangedAccountsRepository } from './arranged-accounts.repository.js';
import { MembersRepository } from './members.repository.js';
import { PasswordService } from './password.service.js';

/** Somebody the application itself makes. */
export interface ArrangedAccount {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly password: string;
}

/** Accounts and workspaces that the application arranges by itself, for other features; everything but `passwordOf` works in their open unit. */
@Injectable()
export class ArrangedAccountsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: AccountsRepository,
    private readonly members: MembersRepository,
    private readonly repository: ArrangedAccountsRepository,
    private readonly passwords: PasswordService,
  ) {}

  /** Whether somebody has this address, and whether this is their password. */
  async passwordOf(email: string, password: string): Promise<'right' | 'wrong' | 'nobody'> {
    const user = await this.unit.runSystem(() => this.users.findByEmail(email), { readOnly: true });
    if (user === null) return 'nobody';
    return (await this.passwords.matches(password, user.passwordHash)) ? 'right' : 'wrong';
  }

  /** The new user's id; null when the address is taken. */
  async createAccount({ email, name, locale, password }: ArrangedAccount): Promise<string | null> {
    if ((await this.users.findByEmail(email)) !== null) return null;
    const id = newId();
    await this.users.insertUser({ id, email, name, locale, passwordHash: await this.passwords.hash(password) });
    return id;
  }

  /** The workspace whose new id the open unit carries, with its first admin. */
  async createWorkspace(userId: string, workspace: WorkspaceCreate): Promise<void> {
    const id = this.unit.workspaceId();
    await this.users.insertWorkspace({ id, ...workspace });
    await this.users.insertMember(id, userId, 'admin');
  }

  async addMember(userId: string, role: Role): Promise<void> {
    await this.members.insert(userId, role);
  }

  /** Nobody belongs to the workspace any more, and no key or invitation opens it. */
  dismissAll(): Promise<void> {
    return this.repository.deleteMembers();
  }

  /** For accounts that nobody ever signed in to. */
  forget(userIds: readonly string[]): Promise<void> {
    return this.repository.deleteUsers(userIds);
  }
}
