import type { Role, Scope } from './roles.js';

/** One row of the policy table: the weakest role that may, and the key scopes of which one is needed (none: people only). */
export interface Policy {
  readonly role: Role;
  readonly scopes: readonly Scope[];
}

const reads: Policy = { role: 'viewer', scopes: ['read'] };
const contributes: Policy = { role: 'contributor', scopes: ['write'] };
const edits: Policy = { role: 'editor', scopes: ['write'] };
const collects: Policy = { role: 'editor', scopes: ['write', 'responses:write'] };
const administers: Policy = { role: 'admin', scopes: [] };
const signedIn: Policy = { role: 'viewer', scopes: [] };

/** Who may do what: one row per action, used by the API's guard and by the interface's buttons. */
export const ACTIONS = {
  'account:read': signedIn,
  'account:edit': signedIn,

  'workspace:read': reads,
  'workspace:edit': administers,
  'workspace:delete': administers,
  'member:read': reads,
  'member:edit': administers,
  'member:delete': administers,
  'invitation:read': administers,
  'invitation:create': administers,
  'invitation:delete': administers,
  'api-key:read': administers,
  'api-key:create': administers,
  'api-key:delete': administers,

  'journey:read': reads,
  'journey:create': edits,
  'journey:edit': edits,
  'journey:delete': edits,
  'touchpoint:read': reads,
  'touchpoint:create': edits,
  'touchpoint:edit': edits,
  'touchpoint:delete': edits,
  'score:read': reads,
  'score:create': contributes,
  'function:read': reads,
  'function:create': edits,
  'function:edit': edits,
  'function:delete': edits,
  'influence:read': reads,
  'influence:edit': edits,

  'survey:read': reads,
  'survey:create': edits,
  'survey:edit': edits,
  'survey:delete': edits,
  'response:read': reads,
  'response:create': collects,
  'response:delete': edits,
  'import:read': reads,
  'import:create': edits,
  'import:cancel': edits,

  'report:read': reads,
} as const satisfies Record<string, Policy>;

export type Action = keyof typeof ACTIONS;
