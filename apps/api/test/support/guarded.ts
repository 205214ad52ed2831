import type { Role, Scope } from '@afferent/domain';
import { anonymous, type Client, type Method, type Person, register } from './client.js';
import { joined, keyWith } from './team.js';
import type { TestApp } from './test-app.js';

export interface GuardedRoute {
  readonly method: Method;
  /** Path below the workspace, made with ids of records that exist. */
  readonly path: string;
  /** A body that would be accepted. */
  readonly body?: object;
  /** The strongest role that may not; null where every member may. */
  readonly forbidden: Role | null;
  readonly scopes: readonly Scope[];
}

const everyScope: readonly Scope[] = ['read', 'write', 'responses:write'];
const send = (client: Client, workspaceId: string, { method, path, body }: GuardedRoute) => {
  const call = client.call(method, `/workspaces/${workspaceId}${path}`);
  return body === undefined ? call : call.set('if-match', '"v1"').send(body);
};
const someId = /[0-9a-f]{8}-[0-9a-f-]{27}/;
const nobodysId = '01890a5d-ac96-774b-bcce-b302099a8057';
const withoutRequest = (text: string): Record<string, unknown> => {
  const { requestId: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
};

interface Guarded {
  readonly test: TestApp;
  readonly owner: Person;
  route(name: string): GuardedRoute;
}

/**
 * What every route must refuse: strangers, weak roles, keys without scope, other tenants and unknown fields. A name is the method and
 * the path with `{…}` for ids. A refused call changes nothing, so the same records serve all of them.
 */
export function describeGuards(routes: readonly string[], setUp: () => Guarded): void {
  const known = new Map<string, Promise<Person>>();
  const once = (who: string, make: () => Promise<Person>): Promise<Person> => {
    const person = known.get(who) ?? make();
    known.set(who, person);
    return person;
  };

  describe.each(routes)('%s', (name) => {
    it('401 without a session', async () => {
      const { test, owner, route } = setUp();
      const answer = await send(anonymous(test), owner.workspaceId, route(name)).expect(401);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });

    it('403 for a weaker role and for a key without the scope', async () => {
      const { test, owner, route } = setUp();
      const { forbidden, scopes } = route(name);
      if (forbidden !== null) await send(await once(forbidden, () => joined(test, owner, forbidden)), owner.workspaceId, route(name)).expect(403);
      const key = await keyWith(test, owner, everyScope.filter((scope) => !scopes.includes(scope)));
      await send(key, owner.workspaceId, route(name)).expect(403);
    });

    it('404 for another tenant', async () => {
      const { test, owner, route } = setUp();
      const stranger = await once('stranger', () => register(test));
      const answer = await send(stranger, owner.workspaceId, route(name)).expect(404);
      expect(withoutRequest(answer.text)).toMatchObject({ code: 'not_found' });
    });

    if (name.includes('{')) {
      it('404 for another tenant\'s id, exactly as for an unknown one', async () => {
        const { test, route } = setUp();
        const stranger = await once('stranger', () => register(test));
        const foreign = await send(stranger, stranger.workspaceId, route(name)).expect(404);
        const unknown = await send(stranger, stranger.workspaceId, { ...route(name), path: route(name).path.replace(someId, nobodysId) }).expect(404);
        expect(withoutRequest(foreign.text)).toEqual(withoutRequest(unknown.text));
      });
    }

    if (/^(POST|PUT|PATCH)/.test(name)) {
      it('400 for an unknown field', async () => {
        const { owner, route } = setUp();
        const answer = await send(owner, owner.workspaceId, { ...route(name), body: { ...route(name).body, surprise: 1 } }).expect(400);
        expect(JSON.parse(answer.text)).toMatchObject({ issues: [{ path: 'surprise', code: 'unknown_field' }] });
      });
    }
  });

  describe('with row-level security switched off', () => {
    const rowSecurity = async (verb: 'disable' | 'enable'): Promise<void> => {
      const { test } = setUp();
      const tables = await test.database.query<{ name: string }>(`select distinct tablename as name from pg_policies where schemaname = 'public'`);
      expect(tables.length).toBeGreaterThan(0);
      for (const { name } of tables) await test.database.query(`alter table ${name} ${verb} row level security`);
    };
    beforeAll(() => rowSecurity('disable'));
    afterAll(() => rowSecurity('enable'));

    it.each(routes.filter((name) => name.includes('{')))('%s still answers 404 to another tenant\'s id', async (name) => {
      const { test, route } = setUp();
      const stranger = await once('stranger', () => register(test));
      await send(stranger, stranger.workspaceId, route(name)).expect(404);
    });
  });
}
