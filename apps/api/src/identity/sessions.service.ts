import { Injectable } from '@nestjs/common';
import { LessThan, Not } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/database/new-id.js';
import { notFound } from '../platform/http/problem.js';
import { hashOf, newSecret } from './secret.js';
import { SessionEntity } from './session.entity.js';

export const SESSION_SECONDS = 14 * 24 * 60 * 60;
const IDLE_SECONDS = 12 * 60 * 60;

/** Opaque sessions: the browser holds the secret, the database its hash. */
@Injectable()
export class SessionsService {
  constructor(private readonly unit: UnitOfWork) {}

  /** A new session and its secret; the user's dead ones go. Joins the open unit. */
  async open(userId: string, userAgent: string): Promise<string> {
    const token = newSecret();
    await this.unit.runSystem(async () => {
      const idleSince = new Date(Date.now() - IDLE_SECONDS * 1000);
      await this.sessions().delete({ userId, lastSeenAt: LessThan(idleSince) });
      await this.sessions().insert({
        id: newId(),
        userId,
        tokenHash: hashOf(token),
        userAgent: userAgent.slice(0, 300),
        expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000),
      });
    });
    return token;
  }

  /** Ends whatever session this secret opens, if any. */
  async closeByToken(token: string): Promise<void> {
    await this.unit.runSystem(() => this.sessions().delete({ tokenHash: hashOf(token) }));
  }

  async close(userId: string, id: string): Promise<void> {
    const { affected } = await this.unit.runSystem(() => this.sessions().delete({ id, userId }));
    if (affected === 0) throw notFound();
  }

  async closeAll(userId: string): Promise<void> {
    await this.unit.runSystem(() => this.sessions().delete({ userId }));
  }

  async closeOthers(userId: string, keptId: string): Promise<void> {
    await this.unit.runSystem(() => this.sessions().delete({ userId, id: Not(keptId) }));
  }

  /** Sessions that still open the door, the latest first. */
  list(userId: string): Promise<SessionEntity[]> {
    return this.unit.runSystem(async () => {
      const all = await this.sessions().find({ where: { userId }, order: { lastSeenAt: 'DESC' } });
      const now = Date.now();
      return all.filter((session) => session.expiresAt.getTime() > now && now - session.lastSeenAt.getTime() < IDLE_SECONDS * 1000);
    });
  }

  private sessions() {
    return this.unit.manager.getRepository(SessionEntity);
  }
}
