import { rebuildAll, type Rebuilt } from '../src/feedback/rollups/rebuild-all.js';
import { rollupSums, RollupsService } from '../src/feedback/rollups.service.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { type Person, register } from './support/client.js';
import { at, bodyOf } from './support/imports.js';
import { merged } from './support/merged.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { until } from './support/until.js';

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
const rowsOf = async (table: 'rollup_cells' | 'rollup_months' | 'rollup_deltas', owner: Person) =>
  (await test.database.query<{ count: number }>(`select count(*)::int as count from ${table} where workspace_id = $1`, [owner.workspaceId]))[0]?.count ?? 0;

/** Whole months, parts of one, across years, single days, the calendar's ends, and none. */
const periods: [string, string][] = [
  ['2025-11-01', '2025-11-30'], ['2025-11-02', '2025-11-08'], ['2024-02-29', '2026-01-15'], ['2024-02-01', '2024-02-29'], ['2025-11-09', '2026-01-10'],
  ['2025-10-31', '2025-12-01'], ['2026-01-12', '2026-01-12'], ['0001-01-01', '2025-11-05'], ['2025-11-05', '9999-12-31'], ['0001-01-01', '9999-12-31'], ['2025-12-01', '2025-12-31'], ['2026-01-31', '2026-01-01'],
  ['2025-11-16', '2025-11-16'], ['2025-11-05', '2025-11-07'], ['2025-11-03', '2026-01-14'], ['2025-11-17', '2026-01-17'], ['2024-02-13', '2025-11-15'], ['2024-02-16', '2026-01-16'],
  ['2024-02-14', '2024-03-01'], ['2026-01-17', '2026-01-14'], ['2026-01-20', '2026-01-10'], ['2025-11-04', '2025-11-20'],
  ['0001-01-01', '0001-01-05'], ['9999-12-20', '9999-12-31'],
];

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
    await merged(test, person.workspaceId);
    expect(await rowsOf('rollup_deltas', person)).toBe(0);
    expect(await rollups.differences(person.workspaceId)).toBe(0);
    const [total] = await test.database.query<{ count: number }>('select count(*)::int as count from responses where workspace_id = $1', [person.workspaceId]);
    expect(total?.count).toBeGreaterThan(1500);
  });

  it('are gone when all answers are', async () => {
    const owner = await register(test);
    const survey = await newSurvey(owner);
    await send(owner, survey, 'all', responses(5, 40, 'a')).expect(200);
    await merged(test, owner.workspaceId);
    expect(await rowsOf('rollup_cells', owner)).toBeGreaterThan(0);
    for (const id of await idsOf(owner, 100)) await owner.delete(at(owner, `/responses/${id}`)).expect(204);
    await merged(test, owner.workspaceId);
    expect([await rowsOf('rollup_cells', owner), await rowsOf('rollup_months', owner), await rowsOf('rollup_deltas', owner)]).toEqual([0, 0, 0]);
  });

  it('are merged by themselves soon after answers came', async () => {
    const owner = await register(test);
    await send(owner, await newSurvey(owner), 'soon', responses(6, 20, 'a')).expect(200);
    await until(() => rowsOf('rollup_deltas', owner), (count) => count === 0);
    expect(await rowsOf('rollup_cells', owner)).toBeGreaterThan(0);
  });

  it('notice what was damaged behind their back, and a rebuild mends it', async () => {
    const owner = await register(test);
    await send(owner, await newSurvey(owner), 'mend', responses(7, 50, 'a')).expect(200);
    await merged(test, owner.workspaceId);
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

  it('notice a damaged month as well', async () => {
    const owner = await register(test);
    await send(owner, await newSurvey(owner), 'months', responses(9, 50, 'a')).expect(200);
    await merged(test, owner.workspaceId);
    await test.database.query(`update rollup_months set b1 = b1 + 1 where workspace_id = $1 and segment = '*' and channel = '*'`, [owner.workspaceId]);
    const damaged = await rollups.differences(owner.workspaceId);
    expect(damaged).toBeGreaterThan(0);
    expect(await rollups.rebuild(owner.workspaceId)).toEqual({ wrongBefore: damaged, wrongAfter: 0 });
  });

  it.each(periods)('say of %s to %s what the raw answers say, merged or waiting', async (from, to) => {
    const [expected] = await test.database.query<Total>(
      `select count(*)::int as n, sum(coalesce(weight, 1) - 1)::float8 as excess from answers where workspace_id = $1 and segment = 'Business'
          and day between $2::date and $3::date`, [person.workspaceId, from, to]);
    await send(person, surveyId, `waiting-${from}-${to}`, responses(70, 40, `waiting-${from}-${to}`)).expect(200);
    const added = responses(70, 40, '') as { answeredAt: string; segment: string | null; weight: number | null; answers: object }[];
    const within = added.filter(({ answeredAt, segment }) => segment === 'Business' && answeredAt.slice(0, 10) >= from && answeredAt.slice(0, 10) <= to);
    const answersOf = (each: (typeof added)[number]) => Object.keys(each.answers).length;
    const n = (expected?.n ?? 0) + within.reduce((sum, each) => sum + answersOf(each), 0);
    const excess = (expected?.excess ?? 0) + within.reduce((sum, each) => sum + answersOf(each) * ((each.weight ?? 1) - 1), 0);
    for (const [bucket, byDay] of [[undefined, false], [`date_trunc('month', day::timestamp)::date::text`, false], ['day::text', true]] as const) {
      expect(await totalOf(from, to, bucket, byDay)).toEqual({ n, excess: expect.closeTo(excess, 6) });
    }
  });

  it('are the same whether kept or rebuilt, while others write', async () => {
    await merged(test, person.workspaceId);
    const kept = await cells();
    const writing = Promise.all([1, 2, 3].map((writer) => send(person, surveyId, `late-${writer}`, responses(900 + writer, 50, `late-${writer}`)).expect(200)));
    const [first] = await Promise.all([rollups.rebuild(person.workspaceId), writing]);
    expect(first).toEqual({ wrongBefore: 0, wrongAfter: 0 });
    for (const { id } of await test.database.query<{ id: string }>(`select id from responses where workspace_id = $1 and external_id like 'late-%'`, [person.workspaceId])) {
      await person.delete(at(person, `/responses/${id}`)).expect(204);
    }
    await merged(test, person.workspaceId);
    expect(await cells()).toEqual(kept);
  });

  it('never show another workspace', async () => {
    const stranger = await register(test);
    expect(await rollups.differences(stranger.workspaceId)).toBe(0);
    expect(await rowsOf('rollup_cells', stranger)).toBe(0);
  });
});

interface Total {
  readonly n: number;
  readonly excess: number | null;
}

const points = Array.from({ length: 11 }, (_, index) => index);

/** Answers of one segment in a period, as reports read them. */
async function totalOf(from: string, to: string, bucket: string | undefined, byDay: boolean): Promise<Total> {
  const unit = test.app.get(UnitOfWork);
  const questionIds = (await test.database.query<{ id: string }>('select id from questions where workspace_id = $1', [person.workspaceId])).map(({ id }) => id);
  const { sql, parameters } = rollupSums(
    { workspaceId: person.workspaceId, questionIds, segment: 'Business', channel: null, from, to },
    { figures: points.flatMap((point) => [`b${point}`, `x${point}`]), bucket, byDay },
  );
  const rows = await unit.run({ workspaceId: person.workspaceId }, () => unit.query<Record<string, unknown>>(sql, parameters));
  const total = (letter: string) => rows.reduce((sum, row) => sum + points.reduce((own, point) => own + Number(row[`${letter}${point}`]), 0), 0);
  return { n: total('b'), excess: total('x') };
}

const surveyIdOf = (answer: { text: string }) => bodyOf<{ items: { id: string }[] }>(answer).items[0]?.id ?? '';
const figures = [...Array.from({ length: 11 }, (_, index) => [`b${index}`, `trim_scale(x${index})::text as x${index}`]).flat(), 'trim_scale(xx)::text as xx'];
const cells = async () => {
  const rowsIn = (table: string) => test.database.query(`select question_id, segment, channel, day::text, ${figures.join(', ')} from ${table} where workspace_id = $1 order by 1, 2, 3, 4`, [person.workspaceId]);
  return [await rowsIn('rollup_cells'), await rowsIn('rollup_months')];
};
