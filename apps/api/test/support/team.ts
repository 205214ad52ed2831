import type { Role, Scope } from '@afferent/domain';
import { newId } from '../../src/platform/database/new-id.js';
import { hashOf, newSecret } from '../../src/identity/secret.js';
import { type Client, type Person, register, withCookie, withKey } from './client.js';
import type { TestApp } from './test-app.js';

/** A new person who is also a member of somebody's workspace. */
export async function joined(test: TestApp, owner: Person, role: Role): Promise<Person> {
  const person = await register(test);
  await test.database.query('insert into members (workspace_id, user_id, role) values ($1, $2, $3)', [owner.workspaceId, person.userId, role]);
  return Object.assign(withCookie(test, person.cookie), { ...person, workspaceId: owner.workspaceId });
}

/** A key of the owner's with these scopes. */
export async function keyWith(test: TestApp, owner: Person, scopes: readonly Scope[]): Promise<Client> {
  const key = newSecret();
  await test.database.query(
    'insert into api_keys (workspace_id, id, name, prefix, key_hash, scopes, created_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [owner.workspaceId, newId(), 'test', key.slice(0, 6), hashOf(key), scopes, owner.userId],
  );
  return withKey(test, key);
}
