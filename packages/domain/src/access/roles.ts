/** Roles of a workspace's members, the strongest first. */
export const ROLES = ['admin', 'editor', 'contributor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What an API key may be limited to. */
export const SCOPES = ['read', 'write', 'responses:write'] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * True when `role` is `least` or stronger.
 *
 * @param role the role held
 * @param least the weakest role that is enough
 */
export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) <= ROLES.indexOf(least);
