import { newId } from '../src/platform/database/new-id.js';
import { type Person, register, withKey } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { joined } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let keyId: string;
let invitationId: string;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  keyId = (await create('/api-keys', { name: 'Guarded', scopes: ['read'] })).id;
  invitationId = (await create('/invitations', { email: 'guarded@example.test', role: 'viewer' })).id;
});
afterAll(() => test.stop());

const at = (person: Person, path = '') => `/workspaces/${person.workspaceId}${path}`;
const create = async (path: string, body: object) => (await owner.post(at(owner, path), body).expect(201)).body as { id: string; key: string };
const problem = (answer: { text: string }): Record<string, unknown> => JSON.parse(answer.text) as Record<string, unknown>;

const routes: Record<string, () => GuardedRoute> = {
  'GET workspace': () => ({ method: 'get', path: '', forbidden: null, scopes: ['read'] }),
  'PATCH workspace': () => ({ method: 'patch', path: '', body: { name: 'Refused' }, forbidden: 'editor', scopes: [] }),
  'GET members': () => ({ method: 'get', path: '/members', forbidden: null, scopes: ['read'] }),
  'PATCH members/{id}': () => ({ method: 'patch', path: `/members/${owner.userId}`, body: { role: 'editor' }, forbidden: 'editor', scopes: [] }),
  'DELETE members/{id}': () => ({ method: 'delete', path: `/members/${owner.userId}`, forbidden: 'editor', scopes: [] }),
  'GET invitations': () => ({ method: 'get', path: '/invitations', forbidden: 'editor', scopes: [] }),
  'POST invitations': () => ({ method: 'post', path: '/invitations', body: { email: 'refused@example.test', role: 'admin' }, forbidden: 'editor', scopes: [] }),
  'DELETE invitations/{id}': () => ({ method: 'delete', path: `/invitations/${invitationId}`, forbidden: 'editor', scopes: [] }),
  'GET api-keys': () => ({ method: 'get', path: '/api-keys', forbidden: 'editor', scopes: [] }),
  'POST api-keys': () => ({ method: 'post', path: '/api-keys', body: { name: 'Refused', scopes: ['read'] }, forbidden: 'editor', scopes: [] }),
  'DELETE api-keys/{id}': () => ({ method: 'delete', path: `/api-keys/${keyId}`, forbidden: 'editor', scopes: [] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('workspaces', () => {
  it('can be more than one, each with its own admin', async () => {
    const person = await register(test);
    const second = await person.post('/workspaces', { name: 'Second', locale: 'ru', timezone: 'Asia/Tokyo' }).expect(201);
    expect(second.body).toEqual({ id: expect.any(String), name: 'Second', locale: 'ru', timezone: 'Asia/Tokyo' });
    const { workspaces } = (await person.get('/auth/me')).body as { workspaces: { id: string; role: string }[] };
    expect(workspaces.map(({ id, role }) => [id, role])).toEqual([[person.workspaceId, 'admin'], [(second.body as { id: string }).id, 'admin']]);
  });

  it('are renamed and moved to another zone while they have no answers', async () => {
    const person = await register(test);
    const edited = await person.patch(at(person), { name: 'Renamed', timezone: 'Asia/Kathmandu' }).expect(200);
    expect(edited.body).toMatchObject({ id: person.workspaceId, name: 'Renamed', timezone: 'Asia/Kathmandu', locale: 'en' });
    expect((await person.get(at(person)).expect(200)).body).toEqual(edited.body);
    await person.patch(at(person), { timezone: 'Nowhere/Else' }).expect(400);
  });

  it('keep their zone once answers were counted by its days', async () => {
    const person = await register(test);
    const survey = newId();
    await test.database.query(`insert into surveys (workspace_id, id, name, kind) values ($1, $2, 'S', 'relational')`, [person.workspaceId, survey]);
    await test.database.query(
      `insert into responses (workspace_id, id, survey_id, external_id, answered_at, day) values ($1, $2, $3, 'x', now(), current_date)`,
      [person.workspaceId, newId(), survey],
    );
    expect(problem(await person.patch(at(person), { timezone: 'Asia/Tokyo' }).expect(409))).toMatchObject({ code: 'timezone_in_use' });
    await person.patch(at(person), { timezone: 'UTC', name: 'Still mine' }).expect(200);
  });
});

describe('members', () => {
  it('are listed by name with their functions', async () => {
    const person = await register(test, { name: 'Boris' });
    const other = await joined(test, person, 'contributor');
    const { items } = (await person.get(at(person, '/members')).expect(200)).body as { items: { userId: string; role: string; functionIds: string[] }[] };
    expect(items.map(({ userId, role, functionIds }) => [userId, role, functionIds])).toEqual([[person.userId, 'admin', []], [other.userId, 'contributor', []]]);
  });

  it('change roles at once', async () => {
    const person = await register(test);
    const other = await joined(test, person, 'viewer');
    await other.patch(at(person), { name: 'No' }).expect(403);
    const changed = await person.patch(at(person, `/members/${other.userId}`), { role: 'admin' }).expect(200);
    expect(changed.body).toMatchObject({ userId: other.userId, role: 'admin' });
    await other.patch(at(person), { name: 'Yes' }).expect(200);
    await person.patch(at(person, `/members/${other.userId}`), { role: 'emperor' }).expect(400);
  });

  it('leave with their keys and invitations', async () => {
    const person = await register(test);
    const other = await joined(test, person, 'admin');
    const { key } = (await other.post(at(person, '/api-keys'), { name: 'Gone soon', scopes: ['read'] }).expect(201)).body as { key: string };
    await other.post(at(person, '/invitations'), { email: 'friend@example.test', role: 'admin' }).expect(201);
    await withKey(test, key).get(at(person)).expect(200);
    await person.delete(at(person, `/members/${other.userId}`)).expect(204);
    await withKey(test, key).get(at(person)).expect(401);
    await other.get(at(person)).expect(404);
    expect((await person.get(at(person, '/invitations'))).body).toMatchObject({ items: [] });
    await person.delete(at(person, `/members/${other.userId}`)).expect(404);
  });

  it('always keep an admin, also when two go at once', async () => {
    const person = await register(test);
    expect(problem(await person.delete(at(person, `/members/${person.userId}`)).expect(422))).toMatchObject({ code: 'last_admin' });
    expect(problem(await person.patch(at(person, `/members/${person.userId}`), { role: 'viewer' }).expect(422))).toMatchObject({ code: 'last_admin' });
    const shouted = `/members/${person.userId.toUpperCase()}`;
    expect(problem(await person.delete(at(person, shouted)).expect(422))).toMatchObject({ code: 'last_admin' });
    expect(problem(await person.patch(at(person, shouted), { role: 'viewer' }).expect(422))).toMatchObject({ code: 'last_admin' });
    const other = await joined(test, person, 'admin');
    const answers = await Promise.all([
      person.patch(at(person, `/members/${person.userId}`), { role: 'viewer' }),
      other.patch(at(person, `/members/${other.userId}`), { role: 'viewer' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

describe('API keys', () => {
  it('are shown once, work within their scopes and are listed without the secret', async () => {
    const person = await register(test);
    const { id, key } = (await person.post(at(person, '/api-keys'), { name: 'Loader', scopes: ['read', 'read'] }).expect(201)).body as { id: string; key: string };
    expect(key).toMatch(/^aff_[0-9a-f]{8}_[\w-]{43}$/);
    await withKey(test, key).get(at(person, '/members')).expect(200);
    const listed = await person.get(at(person, '/api-keys')).expect(200);
    expect(listed.body).toMatchObject({ items: [{ id, name: 'Loader', prefix: key.slice(0, 12), scopes: ['read'], createdBy: { userId: person.userId }, lastUsedAt: expect.any(String), expiresAt: null }] });
    expect(listed.text).not.toContain(key);
    await withKey(test, key).get('/auth/me').expect(403);
    await person.delete(at(person, `/api-keys/${id}`)).expect(204);
    await withKey(test, key).get(at(person, '/members')).expect(401);
  });

  it('never open another workspace', async () => {
    const [person, stranger] = [await register(test), await register(test)];
    const { key } = (await person.post(at(person, '/api-keys'), { name: 'K', scopes: ['read'] })).body as { key: string };
    await withKey(test, key).get(at(stranger, '/members')).expect(404);
  });

  it('expire, and not in the past', async () => {
    const person = await register(test);
    const post = (expiresAt: string) => person.post(at(person, '/api-keys'), { name: 'K', scopes: ['read'], expiresAt });
    expect(problem(await post('2001-01-01T00:00:00Z').expect(422))).toMatchObject({ code: 'expires_in_past' });
    await post('tomorrow').expect(400);
    // In UTC this is the year 10000, which ISO 8601 writes in another way.
    await post('9999-12-31T23:59:59-14:00').expect(400);
    await person.get(at(person, '/api-keys')).expect(200);
    const { key } = (await post('2999-01-01T00:00:00+03:00').expect(201)).body as { key: string };
    await test.database.query(`update api_keys set expires_at = now() - interval '1 second' where workspace_id = $1`, [person.workspaceId]);
    await withKey(test, key).get(at(person)).expect(401);
  });

  it.each(['', 'Bearer', 'Basic eDp5', 'Bearer aff_00000000_nonsense', `Bearer ${'x'.repeat(5000)}`])('refuse %p', async (authorization) => {
    const person = await register(test);
    await person.get(at(person)).set('authorization', authorization).expect(401);
  });
});
