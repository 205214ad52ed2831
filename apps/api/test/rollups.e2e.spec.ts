import { rebuildAll, type Rebuilt } from '../src/feedback/rollups/rebuild-all.js';
import { RollupsService } from '../src/feedback/rollups.service.js';
import { type Person, register } from './support/client.js';
import { at, bodyOf } from './support/imports.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let rollups: RollupsService;
let person: Person;
let surveyId: string;

async function newSurvey(owner: Person): Promise<string> {
  const journeyId = bodyOf<{ id: string }>(await owner.post(at(owner, '/journeys'), { name: 'Visit', state: 'current' }).expect(201)).id;
  const touchpointId = bodyOf<{ id: string }>(await owner.post(at(owner, '/touchpoints'), { name: `Wi-Fi ${journeyId}` }).expect(201)).id;
  const questions = [
    { key: 'nps', text: 'NPS', metric: 'nps', scale: [0, 10], touchpointId: null },
    { key: 'wifi', text: 'Wi-Fi', metric: 'csat', scale: [1, 5], touchpointId },
    { key: 'mood', text: 'Mood', metric: 'emotion', scale: [-2, 2], touchpointId },
  ];
  return bodyOf<{ id: string }>(await owner.post(at(owner, '/surveys'), { name: 'Visits', kind: 'transactional', journeyId, questions }).expect(201)).id;
}

beforeAll(async () => {
  test = await startTestApp();
  rollups = test.app.get(RollupsService);
  person = await register(test);
  surveyId = await newSurvey(person);
});
afterAll(() => test.stop());

/** A repeatable sequence in place of chance. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}
const pick = <T>(next: (below: number) => number, items: readonly T[]): T => items[next(items.length)] as T;

function responses(seed: number, count: number, prefix: string): object[] {
  const next = sequence(seed);
  return Array.from({ length: count }, (_, index) => ({
    externalId: `${prefix}-${index}`,
    answeredAt: `${pick(next, ['2024-02-29', '2025-11-0' + (1 + next(9)), '2026-01-1' + next(10)])}T${10 + next(10)}:00:00Z`,
    segment: pick(next, [null, 'Business', 'Leisure', 'x|y']),
    channel: pick(next, [null, 'Web', 'Gate']),
    weight: pick(next, [null, 1, 0.2847177143, 2.5, 1000]),
    answers: { nps: next(11), ...(next(3) > 0 ? { wifi: 1 + next(5) } : {}), ...(next(2) > 0 ? { mood: next(5) - 2 } : {}) },
  }));
}
const send = (owner: Person, survey: string, key: string, items: object[]) => owner.call('post', at(owner, '/responses')).set('idempotency-key', key).send({ surveyId: survey, responses: items });
const idsOf = async (owner: Person, count: number) =>
  (await test.database.query<{ id: string }>('select id from responses where workspace_id = $1 order by external_id limit $2', [owner.workspaceId, count])).map((row) => row.id);
const rowsOf = async (table: 'rollup_cells' | 'rollup_deltas', owner: Person) =>
  (await test.database.query<{ count: number }>(`select count(*)::int as count from ${table} where workspace_id = $1`, [owner.workspaceId]))[0]?.count ?? 0;

/** Until nothing waits: a merger of the application's own may have the place when asked. */
async function merged(owner: Person): Promise<void> {
  const deadline = Date.now() + 20_000;
  do await rollups.merge(owner.workspaceId);
  while ((await rowsOf('rollup_deltas', owner)) > 0 && Date.now() < deadline);
}

describe('roll-ups', () => {
  it('stay equal to the raw answers while eight write, others delete and mergers run', async () => {
    let merging = true;
    const merger = (async () => {
      while (merging) await Promise.all([rollups.merge(person.workspaceId), rollups.merge(person.workspaceId)]);
    })();
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 4; round++) {
        // Half of each batch comes from a neighbour too: duplicates in flight at the same time.
        const own = responses(writer * 10 + round, 60, `w${writer}-${round}`);
        const shared = responses(round, 60, `shared-${round}`);
        const answer = await send(person, surveyId, `k-${writer}-${round}`, writer % 2 === 0 ? [...own, ...shared] : [...shared, ...own]);
        if (answer.status !== 200) throw new Error(answer.text);
      }
    });
    const deleter = (async () => {
      for (let round = 0; round < 6; round++) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        const answers = await Promise.all((await idsOf(person, 8)).map((id) => person.delete(at(person, `/responses/${id}`))));
        expect(answers.map((answer) => answer.status).filter((status) => status !== 204 && status !== 404)).toEqual([]);
        expect(await rollups.differences(person.workspaceId)).toBe(0);
      }
    })();
    await Promise.all([...writers, deleter]).finally(() => {
      merging = false;
    });
    await merger;
    expect(await rollups.differences(person.workspaceId)).toBe(0);
    await merged(person);
    expect(await rowsOf('rollup_deltas', person)).toBe(0);
    expect(await rollups.differences(person.workspaceId)).toBe(0);
    const [total] = await test.database.query<{ count: number }>('select count(*)::int as count from responses where workspace_id = $1', [person.workspaceId]);
    expect(total?.count).toBeGreaterThan(1500);
  }, 120_000);

  it('are gone when all answers are', async () => {
    const owner = await register(test);
    const survey = await newSurvey(owner);
    await send(owner, survey, 'all', responses(5, 40, 'a')).expect(200);
    await merged(owner);
    expect(await rowsOf('rollup_cells', owner)).toBeGreaterThan(0);
    for (const id of await idsOf(owner, 100)) await owner.delete(at(owner, `/responses/${id}`)).expect(204);
    await merged(owner);
    expect([await rowsOf('rollup_cells', owner), await rowsOf('rollup_deltas', owner)]).toEqual([0, 0]);
  });

  it('are merged by themselves soon after answers came', async () => {
    const owner = await register(test);
    await send(owner, await newSurvey(owner), 'soon', responses(6, 20, 'a')).expect(200);
    const deadline = Date.now() + 10_000;
    while ((await rowsOf('rollup_deltas', owner)) > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await rowsOf('rollup_deltas', owner)).toBe(0);
    expect(await rowsOf('rollup_cells', owner)).toBeGreaterThan(0);
  });

  it('notice what was damaged behind their back, and a rebuild mends it', async () => {
    const owner = await register(test);
    await send(owner, await newSurvey(owner), 'mend', responses(7, 50, 'a')).expect(200);
    await merged(owner);
    await send(owner, surveyIdOf(await owner.get(at(owner, '/surveys'))), 'more', responses(8, 20, 'b')).expect(200);
    await test.database.query('delete from rollup_deltas where workspace_id = $1', [owner.workspaceId]);
    await test.database.query(`update rollup_cells set b3 = b3 + 1 where workspace_id = $1 and segment = 'Business'`, [owner.workspaceId]);
    expect(await rollups.differences(owner.workspaceId)).toBeGreaterThan(0);
    const told: Rebuilt[] = [];
    const { appUrl, appOptions, ownerUrl, ownerOptions } = test.database;
    await rebuildAll({ app: { url: appUrl, options: appOptions }, owner: { url: ownerUrl, options: ownerOptions } }, undefined, (done) => told.push(done));
    expect(told.length).toBeGreaterThan(1);
    for (const { workspaceId, wrongBefore, wrongAfter } of told) expect([workspaceId, wrongBefore > 0, wrongAfter]).toEqual([workspaceId, workspaceId === owner.workspaceId, 0]);
    expect(await rollups.differences(owner.workspaceId)).toBe(0);
  });

  it('are the same whether kept or rebuilt, while others write', async () => {
    const kept = await cells();
    const writing = Promise.all([1, 2, 3].map((writer) => send(person, surveyId, `late-${writer}`, responses(900 + writer, 50, `late-${writer}`)).expect(200)));
    const [first] = await Promise.all([rollups.rebuild(person.workspaceId), writing]);
    expect(first).toEqual({ wrongBefore: 0, wrongAfter: 0 });
    for (const { id } of await test.database.query<{ id: string }>(`select id from responses where workspace_id = $1 and external_id like 'late-%'`, [person.workspaceId])) {
      await person.delete(at(person, `/responses/${id}`)).expect(204);
    }
    await merged(person);
    expect(await cells()).toEqual(kept);
  }, 60_000);

  it('never show another workspace', async () => {
    const stranger = await register(test);
    expect(await rollups.differences(stranger.workspaceId)).toBe(0);
    expect(await rowsOf('rollup_cells', stranger)).toBe(0);
  });
});

const surveyIdOf = (answer: { text: string }) => bodyOf<{ items: { id: string }[] }>(answer).items[0]?.id ?? '';
const figures = [...Array.from({ length: 11 }, (_, index) => [`b${index}`, `trim_scale(x${index})::text as x${index}`]).flat(), 'trim_scale(xx)::text as xx'];
const cells = () => test.database.query(
  `select question_id, segment, channel, day::text, ${figures.join(', ')} from rollup_cells where workspace_id = $1 order by 1, 2, 3, 4`, [person.workspaceId]);
