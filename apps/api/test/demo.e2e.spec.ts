import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client as PgClient } from 'pg';
import type { Demo, Heatmap, HeatmapCell, Journey } from '@afferent/contracts';
import { addMonths, daysIn, monthName, monthNamed } from '../src/demo/calendar.js';
import { FirstDemo } from '../src/demo/first-demo.js';
import { generate } from '../src/demo/generate.js';
import { storyIn } from '../src/demo/stories.js';
import { touchpointCodes, type TouchpointCode } from '../src/demo/touchpoint-facts.js';
import { createApp } from '../src/create-app.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { readConfig } from '../src/platform/config/config.js';
import { Jobs } from '../src/platform/jobs/jobs.service.js';
import { createLog } from '../src/platform/log/log.js';
import { anonymous, type Client, cookieOf, type Person, register, withCookie } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { until } from './support/until.js';

/** How long a request waits for a lock. */
const LOCK_MS = 3_000;
/** Filling a demo takes a while on a busy machine. */
const PATIENCE = 1_800_000;

const email = 'demo@afferent.example';
let dataDir: string;
let test: TestApp;
let visitor: Client;
let cookie: string;
let workspaces: { id: string; name: string; role: string }[];
let workspaceId: string;

const demoOf = async (client: Client, id: string): Promise<Demo | null> => {
  const { status, body } = await client.get(`/workspaces/${id}/demo`);
  if (status !== 200) throw new Error(`demo answered ${status}`);
  return (body as { demo: Demo | null }).demo;
};

const filled = (client: Client, id: string) => until(() => demoOf(client, id), (demo) => demo?.status === 'ready', PATIENCE / 2);

const rowsOf = async (id: string): Promise<Record<string, number>> => {
  const tables = ['functions', 'touchpoints', 'journeys', 'journey_operations', 'touchpoint_scores', 'touchpoint_influences', 'members', 'surveys', 'questions', 'responses', 'answers'];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await test.database.query<{ n: number }>(`select count(*)::integer as n from ${table} where workspace_id = $1`, [id]);
    counts[table] = row?.n ?? -1;
  }
  return counts;
};

/** The application stops in the middle of whatever it does, and another one starts on the same database. */
async function restarted({ app: old, database }: TestApp): Promise<TestApp> {
  await old.close();
  const config = { ...readConfig({ LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent' }), demo: true, dataDir };
  const app = await createApp({ config, log: createLog(config), database: { url: database.appUrl, options: database.appOptions } });
  await app.listen(0, '127.0.0.1');
  return { app, database, address: await app.getUrl(), stop: async () => { await app.close(); await database.drop(); } };
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'afferent-demo-'));
  test = await startTestApp({ demo: true, demoLocale: 'en', dataDir });
  const signIn = await test.app.get(FirstDemo).prepare();
  expect(signIn).toMatchObject({ email, isNew: true });
  const answer = await anonymous(test).post('/auth/login', { email, password: signIn?.password });
  expect(answer.status).toBe(200);
  cookie = cookieOf(answer.headers);
  visitor = withCookie(test, cookie);
  workspaces = await until(
    async () => ((await visitor.get('/auth/me')).body as { workspaces: typeof workspaces }).workspaces,
    (found) => found.length === 2,
  );
  workspaceId = workspaces.find(({ name }) => name === 'Demo Bank')?.id ?? '';
  await until(() => demoOf(visitor, workspaceId), (demo) => (demo?.monthsDone ?? 0) > 2);
  test = await restarted(test);
  visitor = withCookie(test, cookie);
  await filled(visitor, workspaceId);
}, PATIENCE);

afterAll(async () => {
  await test.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the first start', () => {
  it('keeps the password where only the owner of the process reads it', async () => {
    const file = join(dataDir, 'demo-password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim().length).toBeGreaterThanOrEqual(16);
  });

  it('makes a bank in each language, with the visitor as its admin', () => {
    expect(workspaces.map(({ name, role }) => [name, role])).toEqual([['Demo Bank', 'admin'], ['Демо-банк', 'admin']]);
  });

  it('is made once: the next start says how to sign in and adds nothing', async () => {
    const again = await test.app.get(FirstDemo).prepare();
    expect(again).toMatchObject({ email, isNew: false });
    expect(((await visitor.get('/auth/me')).body as { workspaces: unknown[] }).workspaces).toHaveLength(2);
  });
});

describe('the map', () => {
  let journey: Journey;

  beforeAll(async () => {
    const list = (await visitor.get(`/workspaces/${workspaceId}/journeys`)).body as { items: { id: string }[] };
    journey = (await visitor.get(`/workspaces/${workspaceId}/journeys/${list.items[0]?.id}`)).body as Journey;
  });

  const story = storyIn('en');
  const touchpoint = (code: TouchpointCode) => {
    const found = journey.touchpoints.find(({ name }) => name === story.touchpoints[code].name);
    if (found === undefined) throw new Error(`${code} is not on the map`);
    return found;
  };

  it('has the seven stages, all touchpoints in order and a card for each pain and feeling', () => {
    expect(journey.stages.map(({ name }) => name)).toEqual(story.stages);
    expect(journey.touchpoints.map(({ name }) => name)).toEqual(touchpointCodes.map((code) => story.touchpoints[code].name));
    expect(journey.lanes.map(({ kind }) => kind)).toEqual(['touchpoints', 'emotion', 'actions', 'thoughts', 'pains', 'channels']);
    const cardsIn = (kind: string) => journey.cards.filter(({ laneId }) => laneId === journey.lanes.find((lane) => lane.kind === kind)?.id);
    expect(cardsIn('emotion').map(({ touchpointId, emotion }) => [touchpointId, emotion])).toContainEqual([touchpoint('T13').id, 1.5]);
    expect(cardsIn('pains')).toHaveLength(25);
  });

  it('has owners except where nobody owns the point, targets, moments of truth and contacts', () => {
    expect(journey.touchpoints.filter(({ owner }) => owner === null).map(({ id }) => id)).toEqual([touchpoint('T03').id, touchpoint('T24').id]);
    expect(touchpoint('T16')).toMatchObject({
      owner: { functionName: 'Security and anti-fraud', userName: 'Oleg Dyomin' }, targets: { csi: 70 }, momentOfTruth: true, contactsPerMonth: 12_000, channel: 'App', leadingP: 'process',
    });
  });

  it('leaves the importance to be found', () => {
    expect(journey.touchpoints.every(({ importance }) => importance === null)).toBe(true);
  });

  it('has the staff\'s scores, by several of them', () => {
    expect(touchpoint('T16').threeP).toMatchObject({ people: { value: 50 }, process: { value: 75, n: 4 }, product: { value: 75 } });
    expect(touchpoint('T24').threeP).toMatchObject({ people: { value: null }, process: { value: 0, n: 1 } });
    expect(touchpoint('T01').threeP.composite).toBeNull();
  });

  it('spreads the influence on a point that nobody owns evenly', async () => {
    const { body } = await visitor.get(`/workspaces/${workspaceId}/touchpoints/${touchpoint('T03').id}/influence`);
    expect(body).toMatchObject({ owner: null });
    expect((body as { hhi: number }).hhi).toBeCloseTo(1 / 3, 10);
  });

  const months = async (from: number, to: number) => {
    const [row] = await test.database.query<{ last: string }>('select last_month as last from demos where workspace_id = $1', [workspaceId]);
    const last = monthNamed(row?.last ?? '');
    const end = addMonths(last, to);
    return { from: `${monthName(addMonths(last, from))}-01`, to: `${monthName(end)}-${daysIn(end)}` };
  };
  const heatmap = async (metric: string, period: readonly [number, number], before?: readonly [number, number]): Promise<Heatmap> => {
    const { from, to } = await months(...period);
    const compare = before === undefined ? null : await months(...before);
    const query = new URLSearchParams({ metric, from, to, ...(compare === null ? {} : { compareFrom: compare.from, compareTo: compare.to }) });
    const { status, body } = await visitor.get(`/workspaces/${workspaceId}/journeys/${journey.id}/heatmap?${query.toString()}`);
    expect(status).toBe(200);
    return body as Heatmap;
  };
  const cell = (map: Heatmap, code: TouchpointCode): HeatmapCell => {
    const found = map.cells.find(({ touchpointId }) => touchpointId === touchpoint(code).id);
    if (found === undefined) throw new Error(`No cell of ${code}`);
    return found;
  };

  it('shows the four special cells of the last quarter', async () => {
    const map = await heatmap('csi', [-2, 0]);
    expect(cell(map, 'T01')).toMatchObject({ n: 0, status: 'no_data', value: null });
    expect(cell(map, 'T22')).toMatchObject({ n: 7, status: 'low_n', value: null, ciLow: null });
    expect(cell(map, 'T23')).toMatchObject({ n: 3, status: 'suppressed_privacy', value: null });
    expect(cell(map, 'T25')).toMatchObject({ n: 18, status: 'low_n', value: expect.any(Number), ciLow: expect.any(Number), pAdjusted: null });
    expect(cell(map, 'T24')).toMatchObject({ n: 39, status: 'ok' });
    expect(map.family.tested).toBe(21);
  });

  it('shows the fall at the check of held payments and the better delivery', async () => {
    const quarter = await heatmap('csi', [-2, 0], [-5, -3]);
    const held = cell(quarter, 'T16');
    expect(held).toMatchObject({ significant: 'below', marked: true, target: 70 });
    expect(held.change?.diff).toBeLessThan(-4);
    expect(held.change?.pAdjusted).toBeLessThan(0.05);
    const year = await heatmap('csi', [-2, 0], [-14, -12]);
    expect(cell(year, 'T08').change?.diff).toBeGreaterThan(2);
    expect(cell(year, 'T08').change?.p).toBeLessThan(0.05);
    expect(cell(year, 'T16').change?.diff).toBeLessThan(-10);
  });

  it('shows the recommendation of the last month as the story has it', async () => {
    expect((await heatmap('nps', [0, 0])).overall).toMatchObject({ n: 1200, value: 31, status: 'ok' });
    expect((await heatmap('nps', [-5, -5])).overall).toMatchObject({ n: 1200, value: 38 });
    expect((await heatmap('csi', [0, 0])).overall).toMatchObject({ n: 600, status: 'ok' });
  });

  it('shows ease and feeling where they are asked', async () => {
    const ease = await heatmap('ces', [-2, 0]);
    expect(ease.cells.filter(({ status }) => status === 'ok')).toHaveLength(7);
    const feeling = await heatmap('emotion', [-2, 0]);
    expect(cell(feeling, 'T16').value).toBeLessThan(-40);
    expect(cell(feeling, 'T11').value).toBeGreaterThan(50);
  });
});

describe('a filling', () => {
  it('is removed while it goes on', async () => {
    const second = workspaces.find(({ name }) => name === 'Демо-банк')?.id ?? '';
    expect(await demoOf(visitor, second)).toMatchObject({ locale: 'ru' });
    expect((await visitor.delete(`/workspaces/${second}/demo`)).status).toBe(204);
    await until(() => test.database.query('select 1 from workspaces where id = $1', [second]), (rows) => rows.length === 0);
    expect(Object.values(await rowsOf(second)).every((count) => count === 0)).toBe(true);
  }, PATIENCE);

  it('that was cut off in the middle ended with every answer of the story, once', async () => {
    const [row] = await test.database.query<{ last: string }>('select last_month as last from demos where workspace_id = $1', [workspaceId]);
    const responses = [...generate(storyIn('en'), monthNamed(row?.last ?? ''))].flatMap((batch) => batch.responses);
    const answers = responses.reduce((sum, response) => sum + Object.keys(response.answers).length, 0);
    expect(await rowsOf(workspaceId)).toMatchObject({ functions: 10, touchpoints: 25, journeys: 1, members: 4, surveys: 3, responses: responses.length, answers });
    expect(await demoOf(visitor, workspaceId)).toEqual({ workspaceId, locale: 'en', status: 'ready', months: 24, monthsDone: 24, responses: responses.length, error: null });
  }, PATIENCE);

  it('adds nothing when steps that were done are done again', async () => {
    const before = await rowsOf(workspaceId);
    await test.database.query(`update demos set status = 'filling', batches_done = batches_done - 5 where workspace_id = $1`, [workspaceId]);
    // Without the kept answers of these steps it is up to the external ids.
    await test.database.query('delete from idempotency_keys where workspace_id = $1', [workspaceId]);
    await test.app.get(UnitOfWork).runSystem(() => test.app.get(Jobs).send('demo', { task: 'fill', workspaceId, next: null }));
    expect(await filled(visitor, workspaceId)).toMatchObject({ responses: before['responses'], error: null });
    expect(await rowsOf(workspaceId)).toEqual(before);
  }, PATIENCE);
});

describe('a demo of one\'s own', () => {
  let person: Person;
  let mine: string;

  it('is opened in the chosen language, once', async () => {
    person = await register(test);
    const first = await person.post('/demo', { locale: 'ru' });
    expect(first.status).toBe(202);
    mine = (first.body as Demo).workspaceId;
    const second = await person.post('/demo', { locale: 'ru' });
    expect((second.body as Demo).workspaceId).toBe(mine);
    const { body } = await person.get('/auth/me');
    expect((body as { workspaces: object[] }).workspaces).toContainEqual(expect.objectContaining({ id: mine, name: 'Демо-банк', role: 'admin', locale: 'ru', timezone: 'Europe/Moscow' }));
  });

  it('is not anybody else\'s', async () => {
    expect((await visitor.get(`/workspaces/${mine}/demo`)).status).toBe(404);
    expect((await visitor.delete(`/workspaces/${mine}/demo`)).status).toBe(404);
    expect((await anonymous(test).post('/demo', { locale: 'ru' })).status).toBe(401);
    expect((await person.post('/demo', { locale: 'de' })).status).toBe(400);
  });

  it('disappears at once when it is removed, with everything in it', async () => {
    await until(() => demoOf(person, mine), (demo) => (demo?.responses ?? 0) > 0);
    const users = () => test.database.query<{ n: number }>('select count(*)::integer as n from users');
    const [before] = await users();
    // As a step of the filling does that takes longer than requests wait for each other.
    const step = new PgClient({ connectionString: test.database.privilegedUrl });
    await step.connect();
    await step.query('begin');
    await step.query('select from demos where workspace_id = $1 for update', [mine]);
    const removal = Promise.resolve(person.delete(`/workspaces/${mine}/demo`));
    await sleep(LOCK_MS + 1_000);
    await step.end();
    expect((await removal).status).toBe(204);
    expect((await person.get(`/workspaces/${mine}/demo`)).status).toBe(404);
    await until(() => test.database.query('select 1 from workspaces where id = $1', [mine]), (rows) => rows.length === 0);
    expect(Object.values(await rowsOf(mine)).every((count) => count === 0)).toBe(true);
    const [after] = await users();
    expect((before?.n ?? 0) - (after?.n ?? 0)).toBe(3);
    expect(await demoOf(visitor, workspaceId)).toMatchObject({ status: 'ready' });
  }, PATIENCE);

  it('is not what an ordinary workspace is', async () => {
    expect(await demoOf(person, person.workspaceId)).toBeNull();
    expect((await person.delete(`/workspaces/${person.workspaceId}/demo`)).status).toBe(404);
  });
});
