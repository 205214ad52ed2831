import type { Role, Scope } from '@afferent/domain';

export interface Identity {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly keyId: string | null;
  /** The key's own workspace; null for sessions. */
  readonly keyWorkspaceId: string | null;
  readonly scopes: readonly Scope[];
  /** The role in the workspace that was asked for; null when not a member. */
  readonly role: Role | null;
}

/** Finds who a credential belongs to; the identity module provides it. */
export abstract class Authenticator {
  abstract bySession(token: string, workspaceId: string | null): Promise<Identity | null>;
  abstract byKey(key: string): Promise<Identity | null>;
}

/** `__Host-` binds the cookie to this very host and to HTTPS; browsers treat localhost as secure. */
export const SESSION_COOKIE = '__Host-afferent';
