import { Injectable } from '@nestjs/common';
import { type Action, can } from '@afferent/domain';
import type { FastifyRequest } from 'fastify';
import { isUuid } from '../database/is-uuid.js';
import type { Actor, Session } from './actor.js';
import { Authenticator, type Identity, SESSION_COOKIE } from './authenticator.js';
import { PathRecords } from './path-records.js';
import { notFound, Problem } from './problem.js';
import { type RequestOrigin, requireSameOrigin } from './same-origin.js';

/** For these a record is looked for before the body is read; a read or a deletion finds out by itself. */
const withBody = new Set(['POST', 'PUT', 'PATCH']);
const bearer = /^Bearer ([\x21-\x7e]{1,200})$/i;

const notSignedIn = () => new Problem(401, 'not_signed_in', 'Sign in, or send an API key');
const forbidden = () => new Problem(403, 'forbidden', 'Your role or key does not allow this');

const paramsOf = (request: FastifyRequest) => (request.params ?? {}) as Record<string, string | undefined>;

/** Whether an id in the path is none. The others are written as the database writes them: whoever compares ids compares texts. */
function hasMalformedId(request: FastifyRequest): boolean {
  const params = paramsOf(request);
  const ids = Object.keys(params).filter((name) => name.endsWith('Id'));
  for (const name of ids) params[name] = params[name]?.toLowerCase();
  return ids.some((name) => !isUuid(params[name] ?? ''));
}

const originOf = ({ method, host, headers }: FastifyRequest): RequestOrigin => {
  const fetchSite = headers['sec-fetch-site'];
  return { method, host, origin: headers.origin, fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite };
};

const sessionOf = (identity: Identity | null): Session | null =>
  identity?.sessionId == null ? null : { sessionId: identity.sessionId, userId: identity.userId };

/** Decides, before the body is read, whether a request may go on; what it finds out is left on the request. */
@Injectable()
export class AccessService {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly records: PathRecords,
  ) {}

  async admit(request: FastifyRequest): Promise<void> {
    const { access, maybeSession } = request.routeOptions.config;
    if (access === undefined) throw forbidden();
    if (access === 'public') await this.admitAnyone(request, maybeSession ?? false);
    else await this.admitKnown(request, access);
    request.admitted = true;
  }

  private async admitAnyone(request: FastifyRequest, maybeSession: boolean): Promise<void> {
    if (hasMalformedId(request)) throw notFound();
    if (maybeSession) request.session = sessionOf(await this.identify(request, null));
    else requireSameOrigin(originOf(request), false);
  }

  private async admitKnown(request: FastifyRequest, action: Action): Promise<void> {
    const malformed = hasMalformedId(request);
    const workspaceId = malformed ? null : (paramsOf(request)['workspaceId'] ?? null);
    const identity = await this.identify(request, workspaceId);
    if (identity === null) throw notSignedIn();
    if (malformed) throw notFound();
    request.session = sessionOf(identity);
    if (action.startsWith('account:')) {
      if (request.session === null) throw new Problem(403, 'session_required', 'This needs a signed-in person, not an API key');
      return;
    }
    request.actor = actorOf(identity, workspaceId);
    if (!can(request.actor, action)) throw forbidden();
    if (withBody.has(request.method)) await this.records.require(request.actor, paramsOf(request));
  }

  private async identify(request: FastifyRequest, workspaceId: string | null): Promise<Identity | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const key = bearer.exec(authorization)?.[1];
      return key === undefined ? null : this.authenticator.byKey(key);
    }
    const token = request.cookies[SESSION_COOKIE];
    const identity = token === undefined ? null : await this.authenticator.bySession(token, workspaceId);
    requireSameOrigin(originOf(request), identity !== null);
    return identity;
  }
}

function actorOf(identity: Identity, workspaceId: string | null): Actor {
  if (workspaceId === null) throw new Error('A route with a workspace action needs :workspaceId in its path');
  if (identity.role === null || (identity.keyWorkspaceId !== null && identity.keyWorkspaceId !== workspaceId)) throw notFound();
  return {
    kind: identity.keyId === null ? 'user' : 'key',
    userId: identity.userId,
    workspaceId: workspaceId,
    role: identity.role,
    scopes: identity.scopes,
    keyId: identity.keyId,
  };
}
