import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role, Scope } from '@afferent/domain';
import type { FastifyRequest } from 'fastify';

/** Who asks, as a member of the workspace in the path; a key acts for the member who made it. */
export interface Actor {
  readonly kind: 'user' | 'key';
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
  /** A key's scopes; empty for people. */
  readonly scopes: readonly Scope[];
  readonly keyId: string | null;
}

/** A signed-in person, without a workspace. */
export interface Session {
  readonly sessionId: string;
  readonly userId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    session: Session | null;
    /** Set once the access rule of the route was met. */
    admitted: boolean;
  }
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** The actor of a route under a workspace. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (actor === null) throw new Error('This route has no workspace in its path');
  return actor;
});

/** The session of an `account:` route. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const { session } = requestOf(context);
  if (session === null) throw new Error('This route does not ask for a session');
  return session;
});

/** The session of a public route, where there may be none. */
export const MaybeSession = createParamDecorator((_: unknown, context: ExecutionContext): Session | null => requestOf(context).session);
