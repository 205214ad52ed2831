import fc from 'fast-check';
import { type Person, register } from './support/client.js';
import { addressOf, type Ids, type Operation, operationsOf } from './support/operations.js';
import { populate } from './support/populate.js';
import { routeFixtures } from './support/route-fixtures.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let operations: Operation[];
let owner: Person;
let ids: Ids;
beforeAll(async () => {
  test = await startTestApp();
  operations = (await operationsOf(test)).filter(({ id }) => routeFixtures[id]?.form === undefined);
  owner = await register(test);
  ids = await populate(test, owner);
});
afterAll(() => test.stop());

const RUNS = 14;
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null, true, -1, 0, -0, 0.5, 11, 1e15, 2 ** 53 + 1, 1e308, '', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', 'x'.repeat(5000), '💥'.repeat(300),
    '0000-01-01', '9999-12-31', '-infinity', 'infinity', '2026-02-30', '2026-10-01T25:00:00Z', '275760-09-13T00:00:00Z', 'now', 'NaN', '1e400', '0x10',
    `' or 1=1 --`, '${7*7}', '../../etc/passwd', '<script>', '%00', '\\', '$1', [], {}, [[]], [null], { a: {} }, deep, 'constructor', '*',
  ),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
);

type Json = Record<string | number, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const pathsOf = (value: unknown, at: (string | number)[] = []): (string | number)[][] =>
  isJson(value) ? [at, ...Object.keys(value).flatMap((key) => pathsOf(value[key], [...at, key]))] : [at];

/** The body with one place of it replaced, removed or joined by an unknown field. */
function mutated(body: object, place: number, value: unknown, how: 'replace' | 'remove' | 'add'): unknown {
  const copy = { root: structuredClone(body) as unknown };
  const paths = pathsOf(copy.root);
  const path = ['root', ...(paths[place % paths.length] ?? [])];
  const parent = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, copy);
  const last = path.at(-1) ?? 'root';
  if (how === 'remove') delete parent[last];
  else if (how === 'add' && isJson(parent[last])) parent[last]['isAdmin'] = value;
  else parent[last] = value;
  return copy.root;
}

type Send = () => PromiseLike<{ status: number; text: string; headers: Record<string, string> }>;

/** Sends and tells how long the answer took. A busy machine may be slow once; what is slow by nature is slow every time. */
async function timed(send: Send, tries = 3): Promise<Awaited<ReturnType<Send>> & { took: number }> {
  const began = Date.now();
  const { status, text, headers } = await send();
  const took = Date.now() - began;
  return took > 5_000 && tries > 1 ? timed(send, tries - 1) : { status, text, headers, took };
}

async function check(operation: Operation, send: Send): Promise<void> {
  const { status, text, headers, took } = await timed(send);
  const told = `${operation.id} answered ${status}: ${text?.slice(0, 300)}`;
  if (status >= 500 || !operation.statuses.includes(status)) throw new Error(told);
  if (status >= 400 && !headers['content-type']?.startsWith('application/problem+json')) throw new Error(`${told} (${headers['content-type']})`);
  if (/at .*\.(js|ts):\d+|select .* from|node_modules/i.test(status >= 400 ? text : '')) throw new Error(`${told} tells too much`);
  if (took > 5_000) throw new Error(`${told} after ${took} ms`);
}

const endsSessions = new Set(['authLogout', 'authLogin', 'authRegister', 'authChangePassword', 'authEndSession', 'authEndOtherSessions']);

/** Whoever is asked for; routes that end sessions get somebody to lose. */
function callerOf(operation: Operation): Person | Promise<Person> {
  return endsSessions.has(operation.id) ? register(test) : owner;
}

describe('nothing that is sent makes the server fail', () => {
  const property = (numRuns: number) => ({ numRuns, seed, endOnFailure: true });

  it('in bodies', async () => {
    for (const operation of operations.filter(({ hasBody }) => hasBody)) {
      const fixture = routeFixtures[operation.id];
      const caller = await callerOf(operation);
      const call = async (body: unknown) => {
        if (operation.access === 'public' || endsSessions.has(operation.id)) await test.database.query('delete from rate_limits');
        await check(operation, () => caller.call(operation.method, addressOf(operation, ids)).set({ 'content-type': 'application/json', ...fixture?.headers?.() }).send(JSON.stringify(body)));
      };
      await fc.assert(fc.asyncProperty(fc.nat(500), nasty, fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add'), (place, value, how) =>
        call(mutated(fixture?.body?.(ids) ?? {}, place, value, how as 'replace'))), property(RUNS));
      await fc.assert(fc.asyncProperty(nasty, call), property(RUNS / 2));
    }
  }, 600_000);

  it('in queries', async () => {
    const text = nasty.map((value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? '')).map((value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')));
    for (const operation of operations.filter(({ method }) => method === 'get')) {
      const names = [...operation.query, 'unknown', 'workspaceId'];
      await fc.assert(fc.asyncProperty(fc.nat(100), text, fc.boolean(), (which, value, twice) => {
        const query = `${names[which % names.length]}=${value}`;
        const base = routeFixtures[operation.id]?.query;
        return check(operation, () => owner.get(`${addressOf(operation, ids)}?${base === undefined ? '' : `${base}&`}${query}${twice ? `&${query}` : ''}`));
      }), property(RUNS));
    }
  }, 600_000);

  it('in paths', async () => {
    const segment = nasty.map((value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? '')).map((value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')).slice(0, 250) || 'x');
    for (const operation of operations.filter(({ parameters }) => parameters.length > 0)) {
      const last = operation.parameters.at(-1) ?? '';
      const fixture = routeFixtures[operation.id];
      await fc.assert(fc.asyncProperty(segment, async (value) => {
        const sent = owner.call(operation.method, addressOf(operation, { ...ids, [last]: value.replace(/^\.+$/, 'dots') })).set(fixture?.headers?.() ?? {});
        const answer = await (fixture?.body === undefined ? sent : sent.send(fixture.body(ids)));
        if (![400, 404, 414].includes(answer.status)) throw new Error(`${operation.id} answered ${answer.status} to ${value}: ${answer.text}`);
      }), property(RUNS / 2));
    }
  }, 600_000);

  it('finds a route that fails, as a test of this very test', async () => {
    const failing: Operation = { id: 'failing', method: 'get', path: '', access: '', parameters: [], hasBody: false, query: [], statuses: [200] };
    await expect(check(failing, async () => ({ status: 500, text: '', headers: {} }))).rejects.toThrow('failing answered 500');
    await expect(check(failing, async () => ({ status: 418, text: '', headers: {} }))).rejects.toThrow('failing answered 418');
  });

  it('and it is still there, with the same data', async () => {
    expect((await owner.get(`/workspaces/${owner.workspaceId}/touchpoints/${ids['touchpointId']}`)).status).toBe(200);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
