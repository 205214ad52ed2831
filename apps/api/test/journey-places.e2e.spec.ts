import type { Journey, OperationLog } from '@afferent/contracts';
import { PlacesService } from '../src/journeys/places.service.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { TouchpointsService } from '../src/touchpoints/touchpoints.service.js';
import { type Person, register } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test, { locale: 'ru' });
});
afterAll(() => test.stop());

const base = () => `/workspaces/${owner.workspaceId}/journeys`;
const make = async (body: object): Promise<Journey> => (await owner.post(base(), { name: 'Map', state: 'current', ...body }).expect(201)).body as Journey;
const read = async (id: string): Promise<Journey> => (await owner.get(`${base()}/${id}`).expect(200)).body as Journey;

const place = (journeyId: string, names: readonly string[]): Promise<void> =>
  test.app.get(UnitOfWork).run({ workspaceId: owner.workspaceId, userId: owner.userId }, async () => {
    const ids = await test.app.get(TouchpointsService).ensure(names.map((name) => ({ name })));
    await test.app.get(PlacesService).place(journeyId, [...ids.values()], owner.userId, 'Этап');
  });

describe('touchpoints found in data', () => {
  it('are placed in the last stage, once, and through the log', async () => {
    const journey = await make({ stages: [{ name: 'First', touchpoints: [{ name: 'Known' }] }, { name: 'Last' }] });
    await place(journey.id, ['known', 'New', ' new ']);
    await place(journey.id, ['NEW']);
    const after = await read(journey.id);
    expect(after.touchpoints.map(({ name, stageId }) => [name, stageId])).toEqual([['Known', journey.stages[0]?.id], ['New', journey.stages[1]?.id]]);
    const log = (await owner.get(`${base()}/${journey.id}/operations`).expect(200)).body as OperationLog;
    expect(log.items).toMatchObject([{ seq: 1, userId: owner.userId, operation: { type: 'addCard' } }]);
  });

  it('give a map without stages or lanes what it needs', async () => {
    const journey = await make({});
    await owner.post(`${base()}/${journey.id}/operations`, { clientId: 'c', operations: [{ clientSeq: 1, type: 'removeLane', laneId: journey.lanes[0]?.id }] }).expect(200);
    await place(journey.id, ['One', 'Two']);
    expect(await read(journey.id)).toMatchObject({ seq: 5, stages: [{ name: 'Этап' }], lanes: [{ kind: 'touchpoints', name: 'Точки контакта' }], touchpoints: [{}, {}] });
  });

  it('are refused where the map is full, and nothing is placed', async () => {
    const journey = await make({ stages: [{ name: 'Only' }] });
    const document = (await test.database.query<{ document: { cards: object[]; stages: { id: string }[]; lanes: { id: string }[] } }>('select document from journeys where id = $1', [journey.id]))[0]?.document;
    const card = { stageId: document?.stages[0]?.id, laneId: document?.lanes[0]?.id, title: 'x', text: null, touchpointId: null, emotion: null };
    const cards = Array.from({ length: 4999 }, (_, index) => ({ id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`, rank: `b${String(index).padStart(4, '0')}V`, ...card }));
    await test.database.query('update journeys set document = $2 where id = $1', [journey.id, JSON.stringify({ ...document, cards })]);
    await expect(place(journey.id, ['Fits', 'Does not fit'])).rejects.toMatchObject({ status: 422, code: 'map_full' });
    expect((await read(journey.id)).seq).toBe(0);
    await place(journey.id, ['Fits']);
    expect((await read(journey.id)).cards).toHaveLength(5000);
  });
});
