import { type Person, register } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { joined, keyWith } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

interface Touchpoint { id: string; name: string; version: number }

let test: TestApp;
let owner: Person;
let touchpointId: string;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  touchpointId = (await make(owner, { name: 'Guarded' })).id;
});
afterAll(() => test.stop());

const base = (person: Person) => `/workspaces/${person.workspaceId}/touchpoints`;
const bodyOf = <T = Record<string, unknown>>(answer: { text: string }): T => JSON.parse(answer.text) as T;
async function make(person: Person, body: object): Promise<Touchpoint> {
  return (await person.post(base(person), body).expect(201)).body as Touchpoint;
}

const routes: Record<string, () => GuardedRoute> = {
  'GET touchpoints': () => ({ method: 'get', path: '/touchpoints', forbidden: null, scopes: ['read'] }),
  'POST touchpoints': () => ({ method: 'post', path: '/touchpoints', body: { name: 'Refused' }, forbidden: 'contributor', scopes: ['write'] }),
  'GET touchpoints/{id}': () => ({ method: 'get', path: `/touchpoints/${touchpointId}`, forbidden: null, scopes: ['read'] }),
  'PATCH touchpoints/{id}': () => ({ method: 'patch', path: `/touchpoints/${touchpointId}`, body: { importance: 5 }, forbidden: 'contributor', scopes: ['write'] }),
  'DELETE touchpoints/{id}': () => ({ method: 'delete', path: `/touchpoints/${touchpointId}`, forbidden: 'contributor', scopes: ['write'] }),
  'GET touchpoints/{id}/scores': () => ({ method: 'get', path: `/touchpoints/${touchpointId}/scores`, forbidden: null, scopes: ['read'] }),
  'POST touchpoints/{id}/scores': () => ({ method: 'post', path: `/touchpoints/${touchpointId}/scores`, body: { people: 3 }, forbidden: 'viewer', scopes: ['write'] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('touchpoints', () => {
  it('are made with everything or with a name alone', async () => {
    const full = {
      name: 'Security screening', channel: 'airport', leadingP: 'process', importance: 9.5, contactsPerMonth: 1_200_000,
      targets: { csi: 88, nps: 40 }, momentOfTruth: true,
    };
    const made = await owner.post(base(owner), full).expect(201);
    expect(made.body).toMatchObject({ ...full, version: 1, owner: null, journeyIds: [] });
    expect(made.headers['etag']).toBe('"v1"');
    const bare = await make(owner, { name: '  Wi-Fi ' });
    expect(bare).toMatchObject({
      name: 'Wi-Fi', channel: null, leadingP: null, importance: null, contactsPerMonth: null, targets: {}, momentOfTruth: false,
      threeP: { people: { score: null, value: null, n: 0 }, composite: null, weakest: null, spread: null, flag: false },
    });
    expect(bodyOf(await owner.get(`${base(owner)}/${bare.id}`).expect(200))).toEqual(bare);
  });

  it('have names of their own, whatever the case', async () => {
    await make(owner, { name: 'Информационная стойка' });
    const again = await owner.post(base(owner), { name: ' ИНФОРМАЦИОННАЯ стойка' }).expect(409);
    expect(bodyOf(again)).toMatchObject({ code: 'touchpoint_exists' });
    const other = await make(owner, { name: 'Info booth' });
    const renamed = await owner.patch(`${base(owner)}/${other.id}`, { name: 'информационная стойка' }).set('if-match', '"v1"').expect(409);
    expect(bodyOf(renamed)).toMatchObject({ code: 'touchpoint_exists' });
  });

  it.each([
    { importance: 11 }, { importance: '5' }, { contactsPerMonth: -1 }, { leadingP: 'price' }, { targets: { csi: 101 } }, { targets: { nps: -101 } },
    { targets: { loyalty: 5 } }, { name: '' }, { name: null }, { momentOfTruth: 'yes' },
  ])('refuse %j with 400', async (patch) => {
    await owner.post(base(owner), { name: 'Refused', ...patch }).expect(400);
    await owner.patch(`${base(owner)}/${touchpointId}`, patch).set('if-match', '"v1"').expect(400);
  });

  it('are listed by name, page by page, and found by a part of it', async () => {
    const person = await register(test);
    const names = ['яблоко', 'Apple', 'banana', 'Ёлка', 'apple pie', 'Wi-Fi'];
    for (const name of names) await make(person, { name });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Touchpoint[]; nextCursor: string | null } = bodyOf(await person.get(`${base(person)}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`).expect(200));
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(names.length);
    expect(seen.toSorted()).toEqual(names.toSorted());
    expect(seen.slice(0, 3)).toEqual(['Apple', 'apple pie', 'banana']);
    const found: { items: Touchpoint[] } = bodyOf(await person.get(`${base(person)}?search=APPLE`).expect(200));
    expect(found.items.map((item) => item.name)).toEqual(['Apple', 'apple pie']);
    for (const query of ['cursor=nonsense', 'limit=0', 'limit=201', 'colour=red', `cursor=${Buffer.from('["a","b"]').toString('base64url')}`]) {
      await person.get(`${base(person)}?${query}`).expect(400);
    }
  });

  it('are deleted unless they are scored', async () => {
    const point = await make(owner, { name: 'Soon gone' });
    await owner.post(`${base(owner)}/${point.id}/scores`, { people: 3 }).expect(201);
    expect(bodyOf(await owner.delete(`${base(owner)}/${point.id}`).expect(409))).toMatchObject({ code: 'touchpoint_measured' });
    const other = await make(owner, { name: 'Gone at once' });
    await owner.delete(`${base(owner)}/${other.id}`).expect(204);
    await owner.get(`${base(owner)}/${other.id}`).expect(404);
  });
});

describe('PATCH with If-Match', () => {
  const patch = (id: string, body: object, ifMatch?: string) => {
    const call = owner.call('patch', `${base(owner)}/${id}`);
    return (ifMatch === undefined ? call : call.set('if-match', ifMatch)).send(body);
  };

  it('changes what is given, empties what is null and leaves the rest', async () => {
    const { id } = await make(owner, { name: 'Shops', importance: 4, channel: 'terminal', targets: { csi: 70, nps: 10 } });
    const changed = await patch(id, { importance: 7, channel: null, targets: { csi: 75 } }, '"v1"').expect(200);
    expect(changed.headers['etag']).toBe('"v2"');
    expect(changed.body).toMatchObject({ name: 'Shops', importance: 7, channel: null, targets: { csi: 75 }, version: 2 });
    expect((changed.body as { targets: object }).targets).toEqual({ csi: 75 });
    await patch(id, { name: 'SHOPS' }, (changed.headers as Record<string, string>)['etag']).expect(200);
    expect(bodyOf(await owner.get(`${base(owner)}/${id}`))).toMatchObject({ name: 'SHOPS', importance: 7 });
  });

  it('is 428 without the header and 412 with the current state when it is stale', async () => {
    const { id } = await make(owner, { name: 'Restaurants' });
    expect(bodyOf(await patch(id, { importance: 1 }).expect(428))).toMatchObject({ code: 'if_match_required' });
    await patch(id, { importance: 1 }, '"v1"').expect(200);
    const stale = await patch(id, { importance: 2 }, '"v1"').expect(412);
    expect(bodyOf(stale)).toMatchObject({ code: 'stale', current: { id, importance: 1, version: 2 } });
    await patch(id, { importance: 2 }, '"other"').expect(412);
    await patch(id, { importance: 2 }, '"v7", "v2"').expect(200);
    await patch(id, { importance: 3 }, '*').expect(200);
    expect(bodyOf(await owner.get(`${base(owner)}/${id}`))).toMatchObject({ importance: 3, version: 4 });
  });

  it('lets one of many writers of the same version win', async () => {
    const { id } = await make(owner, { name: 'Boarding area' });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => patch(id, { importance: index }, '"v1"')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 412)).toHaveLength(7);
    expect(bodyOf(await owner.get(`${base(owner)}/${id}`))).toMatchObject({ version: 2 });
  });
});

describe('3P scores', () => {
  const scores = (id: string) => `${base(owner)}/${id}/scores`;

  it('keep every score and follow the latest of each author and P', async () => {
    const { id } = await make(owner, { name: 'TSA PreCheck lane' });
    const colleague = await joined(test, owner, 'contributor');
    await owner.post(scores(id), { people: 1, process: 5, scoredAt: '2026-01-10T10:00:00+03:00' }).expect(201);
    const latest = await owner.post(scores(id), { people: 4, note: 'two lanes', evidence: 'https://example.test/audit', scoredAt: '2026-02-10T10:00:00Z' }).expect(201);
    expect(latest.body).toEqual({
      id: expect.any(String) as string, touchpointId: id, people: 4, process: null, product: null, note: 'two lanes', evidence: 'https://example.test/audit',
      scoredAt: '2026-02-10T10:00:00.000Z', author: { userId: owner.userId, name: expect.any(String) as string },
    });
    await owner.post(scores(id), { people: 2, scoredAt: '2026-01-20T10:00:00Z' }).expect(201);
    await colleague.post(scores(id), { people: 5, product: 3 }).expect(201);

    const answer: { items: { people: number | null; author: { userId: string } }[]; current: object } = bodyOf(await colleague.get(scores(id)).expect(200));
    expect(answer.items.map((item) => item.people)).toEqual([5, 4, 2, 1]);
    expect(answer.items[0]?.author.userId).toBe(colleague.userId);
    expect(answer.current).toEqual({
      people: { score: 4.5, value: 87.5, n: 2 },
      process: { score: 5, value: 100, n: 1 },
      product: { score: 3, value: 50, n: 1 },
      composite: (87.5 + 100 + 50) / 3,
      weakest: 'product',
      spread: 50,
      flag: true,
    });
    expect(bodyOf(await owner.get(`${base(owner)}/${id}`))).toMatchObject({ threeP: answer.current });
  });

  it('have no composite from one P', async () => {
    const { id } = await make(owner, { name: 'Roadway signs' });
    await owner.post(scores(id), { product: 2 }).expect(201);
    expect(bodyOf<{ current: object }>(await owner.get(scores(id))).current).toEqual({
      people: { score: null, value: null, n: 0 }, process: { score: null, value: null, n: 0 }, product: { score: 2, value: 25, n: 1 },
      composite: null, weakest: null, spread: null, flag: false,
    });
  });

  it('page from the latest to the first, without a gap where times are equal', async () => {
    const { id } = await make(owner, { name: 'AirTrain' });
    for (let people = 1; people <= 5; people += 1) await owner.post(scores(id), { people, scoredAt: '2026-03-01T00:00:00Z' }).expect(201);
    const first: { items: { people: number }[]; nextCursor: string } = bodyOf(await owner.get(`${scores(id)}?limit=3`));
    const second: { items: { people: number }[]; nextCursor: null } = bodyOf(await owner.get(`${scores(id)}?limit=3&cursor=${first.nextCursor}`));
    expect([...first.items, ...second.items].map((item) => item.people)).toEqual([5, 4, 3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([{ people: 0 }, { people: 6 }, { people: 2.5 }, { process: '3' }, { people: 3, scoredAt: 'yesterday' }, { people: 3, scoredAt: '2026-01-01' }, { people: 3, note: 'a\u0000' }])(
    'refuse %j with 400', async (body) => {
      await owner.post(scores(touchpointId), body as object).expect(400);
    },
  );

  it('refuse no P at all and the future with 422', async () => {
    for (const body of [{}, { people: null }, { note: 'nothing to say' }]) {
      expect(bodyOf(await owner.post(scores(touchpointId), body).expect(422))).toMatchObject({ code: 'no_score' });
    }
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(bodyOf(await owner.post(scores(touchpointId), { people: 3, scoredAt: tomorrow }).expect(422))).toMatchObject({ code: 'scored_in_future' });
  });

  it('are given by a key in the name of who made it', async () => {
    const { id } = await make(owner, { name: 'Parking garages' });
    const key = await keyWith(test, owner, ['write']);
    const made = await key.post(scores(id), { process: 3 }).expect(201);
    expect(made.body).toMatchObject({ author: { userId: owner.userId } });
  });
});
