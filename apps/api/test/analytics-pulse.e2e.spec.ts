import type { JourneyOwnership, Pulse } from '@afferent/contracts';
import { answered, journeyOf, report, surveyOf, type MadeJourney } from './support/answered.js';
import { type Person, register } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let journey: MadeJourney;
let sales: string;
let it_: string;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  expect(await report<Pulse>(owner, '/pulse')).toEqual({
    journey: null, from: null, to: null, compareFrom: null, compareTo: null, nps: null, csi: null, trend: null, strip: null, worst: [], functions: [], priority: null,
  });
  await journeyOf(owner, 'Without answers', ['not asked']);
  journey = await journeyOf(owner, 'Owned', ['t60', 't75', 't40', 'hidden', 'nobody']);
  sales = await make('/functions', { name: 'Sales' });
  it_ = await make('/functions', { name: 'IT' });
  const questions = [0, 1, 2, 3, 4].map((index) => ({ key: `q${index}`, metric: 'csi', scale: [1, 5] as const, touchpointId: at(index) }));
  const surveyId = await surveyOf(owner, journey.id, [...questions, { key: 'nps', metric: 'nps', scale: [0, 10], touchpointId: null }, { key: 'csi', metric: 'csi', scale: [1, 5], touchpointId: null }]);
  await answered(owner, surveyId, [
    { answers: { q0: 5, q1: 5, q2: 5 }, times: 16 }, { answers: { q0: 5, q1: 5, q2: 1 }, times: 8 }, { answers: { q0: 1, q1: 5, q2: 1 }, times: 6 }, { answers: { q0: 1, q1: 1, q2: 1 }, times: 10 },
    { answers: { q3: 1 }, times: 9 }, { answers: { q4: 3 }, times: 30 },
    { answers: { nps: 10, csi: 4 }, times: 24 }, { answers: { nps: 8, csi: 4 }, times: 8 }, { answers: { nps: 0, csi: 4 }, times: 8 },
    { answers: { nps: 5 }, times: 10, day: '2026-02-10' },
  ]);
  for (const [index, functions] of [[0, [[sales, 3], [it_, 1]]], [1, [[sales, 0], [it_, 2]]], [2, [[sales, 1], [it_, 1]]], [3, [[sales, 3]]]] as const) {
    await owner.put(`${base()}/touchpoints/${at(index)}/influence`, { owner: index === 2 ? { functionId: it_, userId: owner.userId } : null, functions: functions.map(([functionId, degree]) => ({ functionId, degree })) }).expect(200);
  }
});
afterAll(() => test.stop());

const base = () => `/workspaces/${owner.workspaceId}`;
const at = (index: number) => journey.touchpoints[index]?.id ?? '';
const make = async (path: string, body: object) => ((await owner.post(`${base()}${path}`, body).expect(201)).body as { id: string }).id;
const ownership = (query = '') => report<JourneyOwnership>(owner, `/journeys/${journey.id}/ownership${query}`);
const set = (index: number, values: object) => test.database.query(
  `update touchpoints set importance = ($2::jsonb ->> 'importance')::float8, contacts_per_month = ($2::jsonb ->> 'contacts')::float8, targets = coalesce($2::jsonb -> 'targets', '{}') where id = $1`,
  [at(index), JSON.stringify(values)]);

describe('ownership', () => {
  it('weighs points equally while they have nothing else, and lists the others without weight', async () => {
    const { weights, touchpoints, functions, from, to } = await ownership();
    expect([weights, from, to]).toEqual(['equal', '2026-03-01', '2026-03-31']);
    expect(touchpoints.map(({ weight, value, n, hhi }) => [weight, value, n, hhi])).toEqual([
      [1 / 3, 60, 40, 0.625], [1 / 3, 75, 40, 1], [1 / 3, 40, 40, 0.5], [null, null, 9, 1], [null, 50, 30, null],
    ]);
    expect(touchpoints[0]?.functions).toEqual([{ functionId: sales, degree: 3, share: 0.75 }, { functionId: it_, degree: 1, share: 0.25 }]);
    expect(touchpoints[1]?.functions).toEqual([{ functionId: sales, degree: 0, share: 0 }, { functionId: it_, degree: 2, share: 1 }]);
    expect(touchpoints.map(({ owner: named }) => named)).toEqual([null, null, { functionId: it_, userId: owner.userId }, null, null]);
    // Sales (0.75·40 + 0.5·60)/3, IT (0.25·40 + 25 + 0.5·60)/3: together the distance of the whole, 125/3.
    expect(functions.map(({ name }) => name)).toEqual(['IT', 'Sales']);
    expect(functions[0]?.potential).toBeCloseTo(65 / 3, 10);
    expect(functions[1]?.potential).toBeCloseTo(60 / 3, 10);
    expect(functions[0]?.potentialShare).toBeCloseTo((100 * 65) / 125, 10);
  });

  it('weighs by contacts, then by importance where every point that counts has one, and by what is asked for', async () => {
    for (const [index, contacts] of [[0, 100], [1, 300], [2, 600]] as const) await set(index, { contacts });
    expect((await ownership()).weights).toBe('contacts');
    expect((await ownership()).touchpoints.map(({ weight }) => weight)).toEqual([0.1, 0.3, 0.6, null, null]);
    await set(0, { contacts: 100, importance: 9 });
    expect((await ownership()).weights).toBe('contacts');
    expect((await ownership('?weights=importance')).touchpoints.map(({ weight }) => weight)).toEqual([1, null, null, null, null]);
    await set(1, { contacts: 300, importance: 0 });
    await set(2, { contacts: 600, importance: 3 });
    expect((await ownership()).weights).toBe('importance');
    expect((await ownership()).touchpoints.map(({ weight }) => weight)).toEqual([0.75, 0, 0.25, null, null]);
    expect((await ownership('?weights=equal')).touchpoints[1]?.weight).toBeCloseTo(1 / 3, 12);
  });

  it('measures the way to the target, which may be reached already', async () => {
    await set(0, { targets: { csi: 50, nps: 100 } });
    await set(1, { targets: { csi: 85 } });
    const { touchpoints, functions } = await ownership('?weights=equal');
    expect(touchpoints.slice(0, 3).map(({ target }) => target)).toEqual([50, 85, null]);
    expect(functions.map(({ name, potential }) => [name, Math.round(potential * 1e6) / 1e6])).toEqual([['IT', 13.333333], ['Sales', 10]]);
  });
});

describe('Pulse', () => {
  it('opens with the journey that was answered last, its headlines and what changed', async () => {
    const pulse = await report<Pulse>(owner, '/pulse?from=2026-03-01&to=2026-03-31');
    expect(pulse).toMatchObject({ journey: { id: journey.id, name: 'Owned' }, from: '2026-03-01', to: '2026-03-31', compareFrom: '2026-02-01', compareTo: '2026-02-28' });
    expect(pulse.nps).toMatchObject({
      metric: 'nps', now: { n: 40, value: 40, status: 'ok' }, before: { n: 10, value: -100, status: 'low_n' }, change: { diff: 140, p: null, pAdjusted: null },
      shares: { promoters: 60, passives: 20, detractors: 20 },
    });
    expect(pulse.csi).toMatchObject({ now: { n: 40, value: 75 }, before: { n: 0, status: 'no_data' }, change: null, shares: null });
    expect(pulse.trend?.metric).toBe('nps');
    expect(pulse.trend?.points.map(({ n }) => n)).toEqual([...Array<number>(11).fill(0), 10, 40]);
    expect(pulse.trend?.points[0]).toMatchObject({ from: '2025-03-01', to: '2025-03-31', status: 'no_data' });
  });

  it('shows the strip in map order and the lowest points with who answers for them', async () => {
    await owner.post(`${base()}/touchpoints/${at(2)}/scores`, { people: 4, process: 2, product: 5 }).expect(201);
    const pulse = await report<Pulse>(owner, `/pulse?journeyId=${journey.id}`);
    expect(pulse).toMatchObject({ from: '2026-02-01', to: '2026-03-31' });
    expect(pulse.strip?.metric).toBe('csi');
    expect(pulse.strip?.stages.map(({ name, cells }) => [name, cells.map((cell) => [cell.name, cell.n])])).toEqual([['Stage', [['t60', 40], ['t75', 40], ['t40', 40], ['hidden', 9], ['nobody', 30]]]]);
    expect(pulse.worst.map(({ name }) => name)).toEqual(['t40', 'nobody', 't60']);
    expect(pulse.worst[0]).toMatchObject({ n: 40, value: 40, weakestP: 'process', spread: 75, owner: { functionId: it_, functionName: 'IT', userName: expect.stringMatching(/^Person/) as unknown as string } });
    expect(pulse.worst[1]).toMatchObject({ owner: null, weakestP: null, spread: null });
    expect(pulse.functions.map(({ name }) => name)).toEqual(['IT', 'Sales']);
  });

  it('sets what is weak against what matters', async () => {
    for (const [index, importance] of [[0, 8], [1, 2], [2, 9], [4, 1]] as const) await set(index, { importance });
    const { priority } = await report<Pulse>(owner, `/pulse?journeyId=${journey.id}`);
    expect(priority).toEqual({
      by: 'importance', meanWeight: 5, meanValue: 56.25, omitted: 1,
      points: [
        { touchpointId: at(2), weight: 9, quadrant: 'concentrate' }, { touchpointId: at(0), weight: 8, quadrant: 'keep_up' },
        { touchpointId: at(1), weight: 2, quadrant: 'possible_overkill' }, { touchpointId: at(4), weight: 1, quadrant: 'low_priority' },
      ],
    });
  });

  it('is not there for a journey of another workspace', async () => {
    const stranger = await register(test);
    await stranger.get(`/workspaces/${stranger.workspaceId}/pulse?journeyId=${journey.id}`).expect(404);
  });
});
