import request from 'supertest';
import { type Person, register } from './support/client.js';
import { addressOf, type Ids, type Operation, operationsOf } from './support/operations.js';
import { populate } from './support/populate.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { routeFixtures } from './support/route-fixtures.js';

let test: TestApp;
let operations: Operation[];
let owner: Person;
let ids: Ids;
beforeAll(async () => {
  test = await startTestApp();
  operations = await operationsOf(test);
  owner = await register(test);
  ids = await populate(test, owner);
});
afterAll(() => test.stop());

/** Calls without a body: a query is refused before one is looked at. */
const ask = (operation: Operation, query: string) =>
  owner.call(operation.method, `${addressOf(operation, ids)}?${[routeFixtures[operation.id]?.query, query].filter((part) => part !== undefined).join('&')}`).buffer(true);

const lists = (): Operation[] => operations.filter(({ query }) => query.includes('limit'));

describe('a query', () => {
  it.each(['surprise', 'constructor', '__proto__'])('that a route does not know is refused by every route, and nothing is done: %s', async (name) => {
    for (const operation of operations) {
      const answer = await ask(operation, `${name}=1`);
      const { code, issues } = JSON.parse(answer.text) as { code?: string; issues?: unknown };
      expect([operation.id, answer.status, code, issues]).toEqual([operation.id, 400, 'invalid', [{ path: name, code: 'unknown_field', message: 'This field is not known here' }]]);
    }
    await owner.get(`/workspaces/${owner.workspaceId}/journeys/${ids['journeyId']}`).expect(200);
  });

  it.each(['/healthz', '/readyz', '/api-docs', '/api/v1/openapi.json'])('that %s does not know is refused too', async (path) => {
    await request(test.address).get(`${path}?surprise=1`).expect(400);
  });

  it('is not looked at before it is known who asks', async () => {
    for (const operation of operations.filter(({ access }) => access !== 'public')) {
      const answer = await request(test.address)[operation.method](`/api/v1${addressOf(operation, ids)}?surprise=1`);
      expect([operation.id, answer.status]).toEqual([operation.id, 401]);
    }
  });
});

describe('a list', () => {
  it('takes a limit and says where to go on, whichever it is', async () => {
    const { body } = (await request(test.address).get('/api/v1/openapi.json')) as { body: { paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }> }>>; components: { schemas: Record<string, { properties?: object }> } } };
    const answersPage = ({ path, method }: Operation): boolean => {
      const reference = body.paths[`/api/v1${path}`]?.[method]?.responses['200']?.content?.['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
      return Object.hasOwn(body.components.schemas[reference]?.properties ?? {}, 'nextCursor');
    };
    const pages = operations.filter(answersPage);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter(({ query }) => !query.includes('limit') || !(query.includes('cursor') || query.includes('after'))).map(({ id }) => id)).toEqual([]);
  });

  it('goes on after the longest names there can be', async () => {
    const person = await register(test);
    const path = `/workspaces/${person.workspaceId}/touchpoints`;
    const names = ['я', '日', '語'].map((letter) => letter.repeat(200));
    for (const name of names) await person.post(path, { name }).expect(201);
    const listed: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer = await person.get(`${path}?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`).expect(200);
      const page = JSON.parse(answer.text) as { items: { name: string }[]; nextCursor: string | null };
      listed.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(listed.toSorted()).toEqual(names.toSorted());
  });

  it('takes whole decimal numbers alone as its limit', async () => {
    for (const operation of lists()) {
      expect([operation.id, (await ask(operation, 'limit=1')).status]).toEqual([operation.id, 200]);
      for (const limit of ['0x10', '%2010', '1e1', '%2B5', '5.0', '0', '-1', '', '1&limit=1']) {
        expect([operation.id, limit, (await ask(operation, `limit=${limit}`)).status]).toEqual([operation.id, limit, 400]);
      }
    }
  });

  it('that is short by nature comes as a whole, or page by page', async () => {
    const path = `/workspaces/${owner.workspaceId}/functions`;
    for (const name of ['Branch', 'Call centre', 'Delivery']) await owner.post(path, { name }).expect(201);
    const whole = (await owner.get(path).expect(200)).body as { items: { id: string }[]; nextCursor: string | null };
    expect([whole.items.length > 3, whole.nextCursor]).toEqual([true, null]);
    const paged: { id: string }[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = (await owner.get(`${path}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`).expect(200)) as { body: typeof whole };
      expect(body.items.length).toBeLessThanOrEqual(2);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(whole.items);
    for (const cursor of ['x', Buffer.from('["no such function"]').toString('base64url')]) {
      const { status, text } = await owner.get(`${path}?cursor=${cursor}`);
      expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([400, 'bad_cursor']);
    }
  });
});
