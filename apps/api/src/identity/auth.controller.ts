import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import {
  type Login, loginSchema, type MePatch, mePatchSchema, meSchema, type PasswordChange, passwordChangeSchema, type Register, registeredSchema,
  registerSchema, sessionsSchema, type ShortListQuery, shortListQuerySchema,
} from '@afferent/contracts';
import { Access, Public } from '../platform/http/access.js';
import { CurrentSession, type Session } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { pageOfAll } from '../platform/http/cursor.js';
import { CheckedQuery } from '../platform/http/query.js';
import { CurrentExchange, type Exchange } from '../platform/http/exchange.js';
import { presentSession } from './account.presenter.js';
import { AccountsService } from './accounts.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('register')
  @Public()
  @Answer(201, registeredSchema)
  register(@CurrentExchange() exchange: Exchange, @Body({ schema: registerSchema }) body: Register) {
    return this.signIns.register(exchange, body);
  }

  @Post('login')
  @Public()
  @Answer(200, meSchema)
  login(@CurrentExchange() exchange: Exchange, @Body({ schema: loginSchema }) body: Login) {
    return this.signIns.signIn(exchange, body);
  }

  @Post('logout')
  @Access('account:edit')
  @Answer(204)
  async logout(@CurrentExchange() exchange: Exchange, @CurrentSession() session: Session) {
    await this.signIns.signOut(exchange, session);
  }

  @Get('me')
  @Access('account:read')
  @Answer(200, meSchema)
  me(@CurrentSession() session: Session) {
    return this.accounts.me(session.userId);
  }

  @Patch('me')
  @Access('account:edit')
  @Answer(200, meSchema)
  editMe(@CurrentSession() session: Session, @Body({ schema: mePatchSchema }) body: MePatch) {
    return this.accounts.edit(session.userId, body);
  }

  @Post('password')
  @Access('account:edit')
  @Answer(204)
  async changePassword(@CurrentExchange() exchange: Exchange, @CurrentSession() session: Session, @Body({ schema: passwordChangeSchema }) body: PasswordChange) {
    await this.signIns.changePassword(exchange, session, body);
  }

  @Get('sessions')
  @Access('account:read')
  @Answer(200, sessionsSchema)
  async listSessions(@CurrentSession() session: Session, @CheckedQuery(shortListQuerySchema) query: ShortListQuery) {
    const page = pageOfAll(await this.sessions.list(session.userId), query, ({ id }) => id);
    return { ...page, items: page.items.map((item) => presentSession(item, session.sessionId)) };
  }

  @Delete('sessions')
  @Access('account:edit')
  @Answer(204)
  async endOtherSessions(@CurrentSession() session: Session) {
    await this.sessions.closeOthers(session.userId, session.sessionId);
  }

  @Delete('sessions/:sessionId')
  @Access('account:edit')
  @Answer(204)
  async endSession(@CurrentSession() session: Session, @Param('sessionId') sessionId: string) {
    await this.sessions.close(session.userId, sessionId);
  }
}
