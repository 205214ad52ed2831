import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { networkOf } from '../platform/http/network-of.js';
import { withinLimit } from '../platform/http/within-limit.js';
import { hashOf } from './secret.js';

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/** The library gives its statements names; a pooler that shares connections would mix up whose they are. */
const withoutNames = (dataSource: DataSource) => ({
  query: async ({ text, values }: { text: string; values: unknown[] }) => ({ rows: await dataSource.query<unknown[]>(text, values) }),
});

/** Counts attempts in Postgres, so that all instances share the limits; when counting fails, the attempt fails too. */
@Injectable()
export class Attempts {
  private readonly signInByAccount: RateLimiterPostgres;
  private readonly signInByAddress: RateLimiterPostgres;
  private readonly registerByAddress: RateLimiterPostgres;
  private readonly invitationByAddress: RateLimiterPostgres;

  constructor(dataSource: DataSource) {
    const storeClient = withoutNames(dataSource);
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({ storeClient, storeType: 'client', tableName: 'rate_limits', tableCreated: true, keyPrefix, points, duration });
    this.signInByAccount = limiter('sign-in-account', 10, QUARTER_HOUR);
    this.signInByAddress = limiter('sign-in-address', 30, QUARTER_HOUR);
    this.registerByAddress = limiter('register-address', 60, HOUR);
    this.invitationByAddress = limiter('invitation-address', 60, HOUR);
  }

  async signIn(email: string, address: string): Promise<void> {
    await withinLimit(this.signInByAddress, networkOf(address));
    await withinLimit(this.signInByAccount, hashOf(email).toString('base64url'));
  }

  register(address: string): Promise<void> {
    return withinLimit(this.registerByAddress, networkOf(address));
  }

  invitation(address: string): Promise<void> {
    return withinLimit(this.invitationByAddress, networkOf(address));
  }

  /** A person who proves the password again, for example to change it. */
  password(userId: string): Promise<void> {
    return withinLimit(this.signInByAccount, userId);
  }
}
