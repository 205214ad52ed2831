import type { Journey } from '@afferent/contracts';
import { type Person, register } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { describeSfo, sfoJson } from './support/sfo.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let journeyId: string;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  journeyId = (await make(owner, { name: 'Guarded', state: 'current' })).id;
});
afterAll(() => test.stop());

const base = (person: Person) => `/workspaces/${person.workspaceId}/journeys`;
const bodyOf = <T = Record<string, unknown>>(answer: { text: string }): T => JSON.parse(answer.text) as T;
async function make(person: Person, body: object): Promise<Journey> {
  return bodyOf<Journey>(await person.post(base(person), body).expect(201));
}
const read = async (person: Person, id: string): Promise<Journey> => bodyOf<Journey>(await person.get(`${base(person)}/${id}`).expect(200));

const removal = { clientId: 'refused', operations: [{ clientSeq: 1, type: 'removeStage', stageId: '01890a5d-ac96-774b-bcce-b302099a8057' }] };
const routes: Record<string, () => GuardedRoute> = {
  'GET journeys': () => ({ method: 'get', path: '/journeys', forbidden: null, scopes: ['read'] }),
  'POST journeys': () => ({ method: 'post', path: '/journeys', body: { name: 'Refused', state: 'current' }, forbidden: 'contributor', scopes: ['write'] }),
  'GET journeys/{id}': () => ({ method: 'get', path: `/journeys/${journeyId}`, forbidden: null, scopes: ['read'] }),
  'DELETE journeys/{id}': () => ({ method: 'delete', path: `/journeys/${journeyId}`, forbidden: 'contributor', scopes: ['write'] }),
  'GET journeys/{id}/operations': () => ({ method: 'get', path: `/journeys/${journeyId}/operations`, forbidden: null, scopes: ['read'] }),
  'POST journeys/{id}/operations': () => ({ method: 'post', path: `/journeys/${journeyId}/operations`, body: removal, forbidden: 'contributor', scopes: ['write'] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('a new journey', () => {
  it('has one lane of touchpoints, called so in the workspace\'s language', async () => {
    const journey = await make(owner, { name: ' Opening a card ', state: 'future' });
    expect(journey).toMatchObject({ name: 'Opening a card', state: 'future', persona: null, owner: null, seq: 0, stages: [], cards: [], touchpoints: [] });
    expect(journey.lanes).toEqual([{ id: expect.any(String) as string, kind: 'touchpoints', name: 'Touchpoints', rank: 'a0', collapsed: false }]);
    const russian = await register(test, { locale: 'ru' });
    expect((await make(russian, { name: 'Карта', state: 'current', persona: 'Марина, 34', owner: 'Директор' })).lanes[0]?.name).toBe('Точки контакта');
  });

  it('links the touchpoints the catalogue has and makes the others', async () => {
    const person = await register(test);
    const known = bodyOf<{ id: string }>(await person.post(`/workspaces/${person.workspaceId}/touchpoints`, { name: 'Wi-Fi', channel: 'terminal', importance: 3 }).expect(201));
    const journey = await make(person, {
      name: 'Flight', state: 'current',
      stages: [
        { name: 'Before', touchpoints: [{ name: ' Парковка ', channel: 'road', leadingP: 'product' }, { name: ' WI-FI', leadingP: 'people' }] },
        { name: 'Rest' },
        { name: 'After', touchpoints: [{ name: 'парковка', leadingP: 'people' }] },
      ],
    });
    expect(journey.stages.map((stage) => stage.name)).toEqual(['Before', 'Rest', 'After']);
    expect(journey.cards.map((card) => card.touchpointId)).toEqual([journey.touchpoints[0]?.id, known.id, journey.touchpoints[0]?.id]);
    expect(journey.touchpoints).toMatchObject([
      { name: 'Парковка', channel: 'road', leadingP: 'product', stageId: journey.stages[0]?.id, importance: null, journeyIds: [journey.id] },
      { id: known.id, name: 'Wi-Fi', channel: 'terminal', leadingP: null, stageId: journey.stages[0]?.id, importance: 3 },
    ]);
    expect(await read(person, journey.id)).toEqual(journey);
  });

  it('shares touchpoints with other maps, which then cannot be deleted', async () => {
    const stages = [{ name: 'Only', touchpoints: [{ name: 'Shared' }] }];
    const [one, two] = [await make(owner, { name: 'One', state: 'current', stages }), await make(owner, { name: 'Two', state: 'future', stages })];
    const id = one.touchpoints[0]?.id ?? '';
    expect(two.touchpoints[0]).toMatchObject({ id, journeyIds: [one.id, two.id].toSorted() });
    const path = `/workspaces/${owner.workspaceId}/touchpoints/${id}`;
    expect(bodyOf(await owner.delete(path).expect(409))).toMatchObject({ code: 'touchpoint_on_map' });
    await owner.delete(`${base(owner)}/${one.id}`).expect(204);
    await owner.delete(path).expect(409);
    await owner.delete(`${base(owner)}/${two.id}`).expect(204);
    await owner.get(`${base(owner)}/${two.id}`).expect(404);
    await owner.delete(path).expect(204);
  });

  it('makes each touchpoint once when several are made at the same time', async () => {
    const person = await register(test);
    const names = Array.from({ length: 20 }, (_, index) => `Point ${index}`);
    const bodies = Array.from({ length: 8 }, (_, index) => ({
      name: `Map ${index}`, state: 'current', stages: [{ name: 'S', touchpoints: (index % 2 === 0 ? names : names.toReversed()).map((name) => ({ name })) }],
    }));
    const answers = await Promise.all(bodies.map((body) => person.post(base(person), body)));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 201));
    const catalogue = bodyOf<{ items: unknown[] }>(await person.get(`/workspaces/${person.workspaceId}/touchpoints`).expect(200));
    expect(catalogue.items).toHaveLength(names.length);
  });

  it.each([
    { state: 'current' }, { name: 'J' }, { name: 'J', state: 'past' }, { name: '', state: 'current' }, { name: 'J', state: 'current', persona: 5 },
    { name: 'J', state: 'current', stages: [{ touchpoints: [] }] }, { name: 'J', state: 'current', stages: [{ name: 'S', touchpoints: [{ name: 'T', leadingP: 'price' }] }] },
    { name: 'J', state: 'current', stages: [{ name: 'S', colour: 'red' }] }, { name: 'J', state: 'current', stages: Array.from({ length: 61 }, () => ({ name: 'S' })) },
  ])('refuses %j', async (body) => {
    await owner.post(base(owner), body).expect(400);
  });
});

describe('the list of journeys', () => {
  it('gives the newest first, page by page', async () => {
    const person = await register(test);
    for (const name of ['First', 'Second', 'Third']) await make(person, { name, state: 'current', stages: [{ name: 'S', touchpoints: [{ name: 'T' }] }] });
    const page = bodyOf<{ items: { name: string; touchpointCount: number; stages: object[] }[]; nextCursor: string }>(await person.get(`${base(person)}?limit=2`).expect(200));
    expect(page.items.map((item) => item.name)).toEqual(['Third', 'Second']);
    expect(page.items[0]).toMatchObject({ touchpointCount: 1, stages: [{ name: 'S' }], seq: 0, state: 'current' });
    const rest = bodyOf<{ items: { name: string }[]; nextCursor: null }>(await person.get(`${base(person)}?limit=2&cursor=${page.nextCursor}`).expect(200));
    expect(rest.items.map((item) => item.name)).toEqual(['First']);
    expect(rest.nextCursor).toBeNull();
    await person.get(`${base(person)}?cursor=other`).expect(400);
    await person.get(`${base(person)}?sort=name`).expect(400);
  });
});

describeSfo('the SFO journey', () => {
  it('is taken as it is', async () => {
    const person = await register(test);
    const journey = await make(person, sfoJson('journey.json') as object);
    expect(journey.stages.map((stage) => stage.name)).toEqual(['Getting there', 'Check-in and security', 'Finding the way', 'Waiting', 'Boarding']);
    expect(journey.touchpoints).toHaveLength(23);
    expect(journey.touchpoints[0]).toMatchObject({ name: 'Getting to the airport', leadingP: 'process', stageId: journey.stages[0]?.id });
    expect(journey.touchpoints.at(-1)?.name).toBe('Boarding area');
  });
});
