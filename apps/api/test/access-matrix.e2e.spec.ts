import { ACTIONS, type Action, can, ROLES, type Role, SCOPES } from '@afferent/domain';
import type { Response } from 'supertest';
import { newId } from '../src/platform/database/new-id.js';
import { anonymous, type Client, type Person, register } from './support/client.js';
import { addressOf, type Ids, type Operation, operationsOf } from './support/operations.js';
import { populate, printOf } from './support/populate.js';
import { csvFile, routeFixtures } from './support/route-fixtures.js';
import { joined, keyWith } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let operations: Operation[];
let owner: Person;
let ids: Ids;
let stranger: Person;
let strangerIds: Ids;
beforeAll(async () => {
  test = await startTestApp();
  operations = await operationsOf(test);
  owner = await register(test);
  ids = await populate(test, owner);
  stranger = await register(test);
  strangerIds = await populate(test, stranger);
});
afterAll(() => test.stop());

const inWorkspace = () => operations.filter(({ parameters }) => parameters.includes('workspaceId'));
const actionOf = ({ id, access }: Operation): Action => {
  if (!(access in ACTIONS)) throw new Error(`${id} asks for ${access}, which the policy table does not know`);
  return access as Action;
};

/** Children before their parents and deletions at the end, so that every call finds its records. */
const inOrder = (list: Operation[]): Operation[] =>
  [...list].sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete') || b.path.length - a.path.length);

function call(client: Client, operation: Operation, pathIds: Ids, bodyIds: Ids = pathIds): Promise<Response> {
  const fixture = routeFixtures[operation.id];
  if (fixture === undefined) throw new Error(`${operation.id} has no fixture in test/support/route-fixtures.ts`);
  const address = `${addressOf(operation, pathIds)}${fixture.query === undefined ? '' : `?${fixture.query}`}`;
  const sent = client.call(operation.method, address).set(fixture.headers?.() ?? {});
  if (fixture.form !== undefined) return Promise.resolve(sent.field(fixture.form(bodyIds)).attach('file', Buffer.from(csvFile), 'answers.csv'));
  return Promise.resolve(fixture.body === undefined ? sent : sent.send(fixture.body(bodyIds)));
}

const told = (answer: Response): unknown => {
  const { requestId: _, ...rest } = JSON.parse(answer.text) as Record<string, unknown>;
  return [answer.status, rest];
};

describe('the routes', () => {
  it('all have a fixture, and every fixture has a route', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(routeFixtures).sort());
  });

  it('all name a known action or are public on purpose', () => {
    const open = operations.filter(({ access }) => access === 'public').map(({ id }) => id);
    expect(open.sort()).toEqual(['authLogin', 'authRegister', 'joiningAccept', 'joiningPreview']);
    for (const operation of operations.filter(({ access }) => access !== 'public')) expect(ACTIONS).toHaveProperty([actionOf(operation)]);
  });

  it('under a workspace never ask for a session alone', () => {
    for (const { id, access } of inWorkspace()) expect([id, access.startsWith('account:')]).toEqual([id, false]);
  });
});

describe('without a session', () => {
  it('every route but the public ones answers 401 and nothing else', async () => {
    for (const operation of operations.filter(({ access }) => access !== 'public')) {
      const answer = await call(anonymous(test), operation, ids);
      expect([operation.id, answer.status]).toEqual([operation.id, 401]);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });
});

describe.each(ROLES)('as %s', (role: Role) => {
  it('exactly the allowed routes open, and refused ones change nothing', async () => {
    const place = await register(test);
    const placeIds = await populate(test, place);
    const person = role === 'admin' ? place : await joined(test, place, role);
    const refused = inWorkspace().filter((operation) => !can({ kind: 'user', role }, actionOf(operation)));
    const before = await printOf(test, place.workspaceId);
    for (const operation of refused) {
      expect([operation.id, (await call(person, operation, placeIds)).status]).toEqual([operation.id, 403]);
    }
    expect(await printOf(test, place.workspaceId)).toEqual(before);
    for (const operation of inOrder(inWorkspace().filter((one) => !refused.includes(one)))) {
      const answer = await call(person, operation, placeIds);
      const expected = routeFixtures[operation.id]?.answers ?? [200, 201, 202, 204];
      if (!expected.includes(answer.status)) throw new Error(`${operation.id} answered ${answer.status}: ${answer.text}`);
    }
  });
});

describe('with a key', () => {
  it.each(SCOPES)('of scope %s exactly the routes of that scope open', async (scope) => {
    const place = await register(test);
    const placeIds = await populate(test, place);
    const key = await keyWith(test, place, [scope]);
    const allowed = (operation: Operation) => can({ kind: 'key', role: 'admin', scopes: [scope] }, actionOf(operation));
    const before = await printOf(test, place.workspaceId);
    for (const operation of inWorkspace().filter((one) => !allowed(one))) {
      expect([operation.id, (await call(key, operation, placeIds)).status]).toEqual([operation.id, 403]);
    }
    expect(await printOf(test, place.workspaceId)).toEqual(before);
    for (const operation of inOrder(inWorkspace().filter(allowed))) {
      const { status } = await call(key, operation, placeIds);
      expect([operation.id, [401, 403].includes(status), status < 500]).toEqual([operation.id, false, true]);
    }
  });

  it('no route of one\'s own account opens', async () => {
    const key = await keyWith(test, owner, SCOPES);
    for (const operation of operations.filter(({ access }) => access.startsWith('account:'))) {
      expect([operation.id, (await call(key, operation, ids)).status]).toEqual([operation.id, 403]);
    }
  });
});

describe('another tenant', () => {
  const unknown = (given: Ids): Ids => Object.fromEntries(Object.keys(given).map((name) => [name, newId()]));

  const refuseAll = async (): Promise<void> => {
    const before = await printOf(test, owner.workspaceId);
    for (const operation of inWorkspace()) {
      const answer = await call(stranger, operation, ids, strangerIds);
      expect([operation.id, told(answer)]).toEqual([operation.id, told(await call(stranger, operation, unknown(ids), strangerIds))]);
      expect([operation.id, answer.status]).toEqual([operation.id, 404]);
    }
    for (const operation of inWorkspace().filter(({ parameters }) => parameters.length > 1)) {
      const own = { workspaceId: stranger.workspaceId };
      const answer = await call(stranger, operation, { ...ids, ...own }, strangerIds);
      expect([operation.id, answer.status]).toEqual([operation.id, 404]);
      expect([operation.id, told(answer)]).toEqual([operation.id, told(await call(stranger, operation, { ...unknown(ids), ...own }, strangerIds))]);
    }
    for (const operation of inWorkspace().filter(({ id }) => routeFixtures[id]?.namesRecords === true)) {
      const answer = await call(stranger, operation, strangerIds, ids);
      expect([operation.id, answer.status]).toEqual([operation.id, 404]);
      expect([operation.id, told(answer)]).toEqual([operation.id, told(await call(stranger, operation, strangerIds, unknown(ids)))]);
    }
    expect(await printOf(test, owner.workspaceId)).toEqual(before);
  };

  it('finds nothing, in paths and bodies, exactly as with unknown ids', refuseAll);

  it('finds nothing also with a body that cannot be read', async () => {
    const own = { workspaceId: stranger.workspaceId };
    for (const operation of inWorkspace().filter(({ method, parameters }) => parameters.length > 1 && method !== 'get' && method !== 'delete')) {
      for (const place of [ids, { ...ids, ...own }, { ...unknown(ids), ...own }]) {
        const answer = await stranger.call(operation.method, addressOf(operation, place)).set('content-type', 'application/json').send('{broken');
        expect([operation.id, answer.status]).toEqual([operation.id, 404]);
      }
    }
  });

  it('finds nothing when row-level security is off, by the where-clauses alone', async () => {
    const tables = await test.database.query<{ name: string }>(`select distinct tablename as name from pg_policies where schemaname = 'public'`);
    for (const { name } of tables) await test.database.query(`alter table ${name} disable row level security`);
    try {
      await refuseAll();
    } finally {
      for (const { name } of tables) await test.database.query(`alter table ${name} enable row level security`);
    }
  });
});
