import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { unprocessable } from '../platform/http/problem.js';
import { presentEmail } from './account.presenter.js';
import { commonPasswords } from './common-passwords.js';
import { Slots } from './slots.js';

// Argon2id at OWASP's smallest recommended cost; about 30 ms of one core.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;

/** Argon2id with a cap on concurrent work, so that a flood of sign-ins leaves room for everything else. */
@Injectable()
export class PasswordService {
  private readonly slots = new Slots(AT_ONCE);
  private readonly decoy = this.hash('decoy for addresses that nobody has');

  hash(password: string): Promise<string> {
    return this.slots.use(() => hash(password, cost));
  }

  /** Takes the same time whether or not there is a hash to compare with. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const against = stored ?? (await this.decoy);
    const equal = await this.slots.use(() => verify(against, password));
    return stored !== null && equal;
  }

  /** Refuses what a guesser tries first; `path` is the field of the body that it came in. */
  refuseCommon(password: string, email: string, path = 'password'): void {
    const plain = password.toLowerCase();
    if (commonPasswords.has(plain) || [email, presentEmail(email), email.split('@')[0]].includes(plain)) {
      throw unprocessable('password_too_common', 'This password is one of the first that are guessed; choose another', [
        { path, code: 'too_common', message: 'choose a less common password' },
      ]);
    }
  }
}
