import { ACTIONS, type Action, type Policy } from './actions.js';
import { isAtLeast, type Role, type Scope } from './roles.js';

/** Who asks: a member with a role, or an API key, which never may more than the member who made it. */
export type Actor =
  | { readonly kind: 'user'; readonly role: Role }
  | { readonly kind: 'key'; readonly role: Role; readonly scopes: readonly Scope[] };

/**
 * Whether `actor` may do `action` in their workspace. Tenancy is not decided here: another workspace's record is not found at all.
 *
 * @param actor a member, or a key with the role its creator has now
 * @param action a row of {@link ACTIONS}
 */
export const can = (actor: Actor, action: Action): boolean => {
  const policy: Policy = ACTIONS[action];
  if (!isAtLeast(actor.role, policy.role)) return false;
  return actor.kind === 'user' || policy.scopes.some((scope) => actor.scopes.includes(scope));
};
