import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { demoPersonNames, type Locale } from '@afferent/contracts';
import { ArrangedAccountsService } from '../identity/arranged-accounts.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DemoService } from './demo.service.js';

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  /** Made by this very start. */
  readonly isNew: boolean;
}

const email = 'demo@afferent.example';
const other: Record<Locale, Locale> = { en: 'ru', ru: 'en' };

/** The demo of an installation: made by the first start, in both languages, the configured one first. */
@Injectable()
export class FirstDemo {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly demos: DemoService,
    private readonly accounts: ArrangedAccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How to sign in to the demo; null when there is to be none, or when its password was changed since. */
  async prepare(): Promise<DemoSignIn | null> {
    if (!this.config.demo) return null;
    const kept = await this.keptPassword();
    const known = await this.accounts.passwordOf(email, kept ?? '');
    if (known === 'nobody') return this.make(kept ?? (await this.newPassword()));
    return known === 'right' && kept !== null ? { email, password: kept, isNew: false } : null;
  }

  /** The password is kept before the account exists: a start that was cut off between the two goes on with the same one. */
  private async make(password: string): Promise<DemoSignIn | null> {
    const locale = this.config.demoLocale;
    const isNew = await this.unit.run({ workspaceId: newId() }, async () => {
      const userId = await this.accounts.createAccount({ email, name: demoPersonNames[locale], locale, password });
      if (userId !== null) await this.demos.openHere(userId, locale, other[locale]);
      return userId !== null;
    });
    return { email, password, isNew };
  }

  private async keptPassword(): Promise<string | null> {
    const text = await readFile(this.file(), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.trim() === '' ? null : text.trim();
  }

  private async newPassword(): Promise<string> {
    const password = randomBytes(12).toString('base64url');
    await mkdir(this.config.dataDir, { recursive: true });
    await writeFile(this.file(), `${password}\n`, { mode: 0o600 });
    return password;
  }

  private file(): string {
    return join(this.config.dataDir, 'demo-password');
  }
}
