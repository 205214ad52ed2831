import { ACTIONS, type Action } from './actions.js';
import { can } from './can.js';
import { ROLES, SCOPES, type Role, type Scope } from './roles.js';

const actions = Object.keys(ACTIONS) as Action[];

const READS = /^(workspace|member|journey|touchpoint|score|function|influence|survey|response|import|report):read$/;
const EDITS = /^(journey|touchpoint|function|survey):(create|edit|delete)$|^influence:edit$|^response:(create|delete)$|^import:(create|cancel)$/;
const ADMINISTERS = /^workspace:(edit|delete)$|^member:(edit|delete)$|^(invitation|api-key):(read|create|delete)$/;

const expectedRoles = (action: Action): Role[] => {
  if (action.startsWith('account:') || READS.test(action)) return ['admin', 'editor', 'contributor', 'viewer'];
  if (action === 'score:create') return ['admin', 'editor', 'contributor'];
  if (EDITS.test(action)) return ['admin', 'editor'];
  if (ADMINISTERS.test(action)) return ['admin'];
  throw new Error(`${action} is not described in the test: say who may`);
};

const expectedScopes = (action: Action): Scope[] => {
  if (READS.test(action)) return ['read'];
  if (action === 'response:create') return ['write', 'responses:write'];
  if (action === 'score:create' || EDITS.test(action)) return ['write'];
  return [];
};

describe('can', () => {
  it.each(actions)('%s: exactly the roles it is meant for', (action) => {
    expect(ROLES.filter((role) => can({ kind: 'user', role }, action))).toEqual(expectedRoles(action));
  });

  it.each(actions)('%s: an admin\'s key needs one of its scopes', (action) => {
    expect(SCOPES.filter((scope) => can({ kind: 'key', role: 'admin', scopes: [scope] }, action))).toEqual(expectedScopes(action));
    expect(can({ kind: 'key', role: 'admin', scopes: [] }, action)).toBe(false);
  });

  it.each(actions)('%s: a key never may more than its maker', (action) => {
    for (const role of ROLES) {
      if (can({ kind: 'key', role, scopes: SCOPES }, action)) expect(can({ kind: 'user', role }, action)).toBe(true);
    }
  });

  it('names every action <resource>:<verb>', () => {
    for (const action of actions) expect(action).toMatch(/^[a-z]+(-[a-z]+)*:[a-z]+$/);
  });
});
