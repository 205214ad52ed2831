import { Injectable } from '@nestjs/common';
import type { Login, Me, PasswordChange, Register } from '@afferent/contracts';
import type { Session } from '../platform/http/actor.js';
import type { Exchange } from '../platform/http/exchange.js';
import { AccountsService } from './accounts.service.js';
import { Attempts } from './attempts.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** What opens and ends sessions over HTTP: limits first, then the deed, then the cookie. */
@Injectable()
export class SignInService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly attempts: Attempts,
  ) {}

  async register(exchange: Exchange, input: Register) {
    await this.attempts.register(exchange.request.ip);
    const registered = await this.accounts.register(input);
    await this.begin(exchange, registered.user.id);
    return registered;
  }

  async signIn(exchange: Exchange, input: Login): Promise<Me> {
    await this.attempts.signIn(input.email, exchange.request.ip);
    const user = await this.accounts.signIn(input);
    await this.begin(exchange, user.id);
    return this.accounts.me(user.id);
  }

  async signOut({ reply }: Exchange, session: Session): Promise<void> {
    await this.sessions.close(session.userId, session.sessionId);
    clearSessionCookie(reply);
  }

  async changePassword(exchange: Exchange, session: Session, input: PasswordChange): Promise<void> {
    await this.attempts.password(session.userId);
    await this.accounts.changePassword(session, input);
    await this.begin(exchange, session.userId);
  }

  /** A fresh session, never the one that came with the request. */
  async begin({ request, reply }: Exchange, userId: string): Promise<void> {
    const before = sessionTokenOf(request);
    if (before !== undefined) await this.sessions.closeByToken(before);
    setSessionCookie(reply, await this.sessions.open(userId, request.headers['user-agent'] ?? ''));
  }
}
