import type { Heatmap } from '@afferent/contracts';
import { RollupsService } from '../src/feedback/rollups.service.js';
import { answered, journeyOf, report, surveyOf, type MadeJourney } from './support/answered.js';
import { type Person, register } from './support/client.js';
import { merged } from './support/merged.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test, { timezone: 'Europe/Moscow' });
});
afterAll(() => test.stop());

const heatmap = (journey: MadeJourney, query: string) => report<Heatmap>(owner, `/journeys/${journey.id}/heatmap?${query}`);
const csi = (key: string, touchpointId: string | null) => ({ key, metric: 'csi', scale: [1, 5] as const, touchpointId });
const at = (journey: MadeJourney, index: number) => journey.touchpoints[index]?.id ?? '';

describe('one screen of a heat map', () => {
  let journey: MadeJourney;
  let surveyId: string;
  beforeAll(async () => {
    journey = await journeyOf(owner, 'One screen', ['a 40', 'b 60', 'c 12', 'd 7', 'e 3', 'f none']);
    surveyId = await surveyOf(owner, journey.id, [...'abcdef'].map((key, index) => csi(key, at(journey, index))).concat(csi('whole', null)));
    await answered(owner, surveyId, [
      { answers: { a: 5, whole: 5 }, times: 30 }, { answers: { a: 3 }, times: 10 }, { answers: { b: 1 }, times: 30 }, { answers: { b: 3 }, times: 30 },
      { answers: { c: 4 }, times: 12 }, { answers: { d: 1 }, times: 7 }, { answers: { e: 1 }, times: 3 },
    ]);
  });

  it('is said once, with its method, period and family', async () => {
    expect(await heatmap(journey, 'metric=csi')).toMatchObject({
      metric: 'csi', unit: '0..100', method: 'minmax; t interval', methodVersion: '1', from: '2026-03-01', to: '2026-03-31', family: { tested: 2, q: 0.1 },
      overall: { n: 30, effectiveN: 30, value: 100, weightedValue: 100, ciLow: 100, ciHigh: 100, status: 'ok' },
    });
  });

  it('has a cell per touchpoint in map order, hidden as its n demands', async () => {
    const { cells } = await heatmap(journey, 'metric=csi');
    expect(cells.map(({ touchpointId }) => touchpointId)).toEqual(journey.touchpoints.map(({ id }) => id));
    expect(cells.map(({ n, status, value }) => [n, status, value])).toEqual([
      [40, 'ok', 87.5], [60, 'ok', 25], [12, 'low_n', 75], [7, 'low_n', null], [3, 'suppressed_privacy', null], [0, 'no_data', null],
    ]);
    const hidden = { effectiveN: null, value: null, weightedValue: null, ciLow: null, ciHigh: null, difference: null, p: null, pAdjusted: null, significant: null, marked: false, shrunk: null, change: null };
    for (const cell of cells.slice(3)) expect(cell).toMatchObject(hidden);
  });

  it('tests each cell against the rest of the family with pooled variance', async () => {
    // v = 4000 − 50² = 1500, z = 62.5 / √(1500 · (1/40 + 1/60)) = √62.5, p = erfc(√31.25) = 2.6645e-15.
    const { cells } = await heatmap(journey, 'metric=csi');
    expect(cells[0]).toMatchObject({ difference: 62.5, significant: 'above', marked: true, shrunk: null });
    expect(cells[1]).toMatchObject({ difference: -62.5, significant: 'below', marked: true });
    expect((cells[0]?.p ?? 1) / 2.6645e-15).toBeCloseTo(1, 2);
    expect(cells[0]?.pAdjusted).toBe(cells[0]?.p);
    // s = √(30·12.5² + 10·37.5²)/39 / √40 = 3.4669; t(39) = 2.0227.
    expect(cells[0]?.ciLow).toBeCloseTo(87.5 - 2.022691 * Math.sqrt((30 * 12.5 ** 2 + 10 * 37.5 ** 2) / 39 / 40), 4);
    expect(cells[2]).toMatchObject({ difference: null, p: null, significant: null, ciLow: 75, ciHigh: 75 });
  });

  it('does not change when the roll-ups are merged or counted anew', async () => {
    const before = await heatmap(journey, 'metric=csi');
    await merged(test, owner.workspaceId);
    expect(await test.database.query('select 1 from rollup_deltas where workspace_id = $1', [owner.workspaceId])).toEqual([]);
    expect(await heatmap(journey, 'metric=csi')).toEqual(before);
    expect(await test.app.get(RollupsService).rebuild(owner.workspaceId)).toEqual({ wrongBefore: 0, wrongAfter: 0 });
    expect(await heatmap(journey, 'metric=csi')).toEqual(before);
  });

  it('counts an answer the moment it is there, on top of merged ones', async () => {
    await merged(test, owner.workspaceId);
    await answered(owner, surveyId, [{ answers: { f: 2 }, times: 10, day: '2026-03-31', segment: 'Late' }]);
    expect((await heatmap(journey, 'metric=csi')).cells[5]).toMatchObject({ n: 10, value: 25, status: 'low_n' });
    expect((await heatmap(journey, 'metric=csi&segment=Late')).cells.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 10]);
  });

  it('is empty but complete for a metric nobody asks', async () => {
    const map = await heatmap(journey, 'metric=nps');
    expect(map).toMatchObject({ unit: '-100..100', from: null, to: null, family: { tested: 0 }, overall: null });
    expect(map.cells.map(({ status }) => status)).toEqual(Array(6).fill('no_data'));
  });
});

describe('what a cell counts', () => {
  it('takes the slice asked for, and labels are counted together only unfiltered', async () => {
    const journey = await journeyOf(owner, 'Slices', ['slices']);
    const surveyId = await surveyOf(owner, journey.id, [csi('q', at(journey, 0))]);
    await answered(owner, surveyId, [
      { answers: { q: 5 }, times: 11, segment: 'Business', channel: 'Online' }, { answers: { q: 1 }, times: 12, segment: 'Business', channel: 'Gate' },
      { answers: { q: 3 }, times: 13, segment: 'Leisure' }, { answers: { q: 3 }, times: 14 },
    ]);
    const n = async (query: string) => (await heatmap(journey, `metric=csi${query}`)).cells[0]?.n;
    expect([await n(''), await n('&segment=Business'), await n('&channel=Online'), await n('&segment=Business&channel=Gate'), await n('&segment=Leisure&channel=Gate'), await n('&segment=Other')])
      .toEqual([50, 23, 11, 12, 0, 0]);
    expect((await heatmap(journey, 'metric=csi&segment=Business&channel=Gate')).cells[0]).toMatchObject({ value: 0, status: 'low_n' });
  });

  it('weighs value and n by the responses\' weights, and nothing else', async () => {
    const journey = await journeyOf(owner, 'Weights', ['weights']);
    const surveyId = await surveyOf(owner, journey.id, [csi('q', at(journey, 0))]);
    await answered(owner, surveyId, [{ answers: { q: 5 }, times: 20, weight: 0.5 }, { answers: { q: 1 }, times: 20, weight: 2.25 }, { answers: { q: 1 }, times: 10 }]);
    const weight = 20 * 0.5 + 20 * 2.25 + 10;
    const [cell] = (await heatmap(journey, 'metric=csi')).cells;
    expect(cell).toMatchObject({ n: 50, value: 40 });
    expect(cell?.weightedValue).toBeCloseTo((100 * 20 * 0.5) / weight, 10);
    expect(cell?.effectiveN).toBeCloseTo(weight ** 2 / (20 * 0.25 + 20 * 2.25 ** 2 + 10), 8);
  });

  it('weighs by the smallest weights too', async () => {
    const journey = await journeyOf(owner, 'Small weights', ['small weights']);
    const surveyId = await surveyOf(owner, journey.id, [csi('q', at(journey, 0))]);
    await answered(owner, surveyId, [{ answers: { q: 5 }, times: 20, weight: 1e-20 }, { answers: { q: 1 }, times: 20, weight: 3e-20 }]);
    const [cell] = (await heatmap(journey, 'metric=csi')).cells;
    expect(cell?.weightedValue).toBeCloseTo(25, 10);
    expect(cell?.effectiveN).toBeCloseTo(32, 10);
  });

  it('pools surveys about one touchpoint, and reads CSAT as CSI only where no CSI is asked', async () => {
    const journey = await journeyOf(owner, 'Pools', ['pool one', 'pool two']);
    const [one, two] = [at(journey, 0), at(journey, 1)];
    const csat = (key: string, touchpointId: string) => ({ key, metric: 'csat', scale: [1, 5] as const, touchpointId });
    const first = await surveyOf(owner, journey.id, [csat('one', one), csi('two', two), csat('two_csat', two)]);
    const second = await surveyOf(owner, null, [csat('one', one)]);
    await answered(owner, first, [{ answers: { one: 5, two: 2, two_csat: 5 }, times: 6 }]);
    await answered(owner, second, [{ answers: { one: 4 }, times: 6 }]);
    const map = await heatmap(journey, 'metric=csi');
    expect(map.cells.map(({ n, value }) => [n, value])).toEqual([[12, 87.5], [6, null]]);
    expect((await heatmap(journey, 'metric=csat')).cells.map(({ n, value }) => [n, value])).toEqual([[12, 100], [6, null]]);
    expect(map.overall).toBeNull();
  });

  it('reads boxes, effort and emotion by their own formulas', async () => {
    const journey = await journeyOf(owner, 'Formulas', ['formulas']);
    const touchpointId = at(journey, 0);
    const surveyId = await surveyOf(owner, journey.id, [
      { key: 'nps', metric: 'nps', scale: [0, 10], touchpointId }, { key: 'ces', metric: 'ces', scale: [1, 7], touchpointId }, { key: 'emotion', metric: 'emotion', scale: [-2, 2], touchpointId },
    ]);
    await answered(owner, surveyId, [{ answers: { nps: 9, ces: 5, emotion: -1 }, times: 7 }, { answers: { nps: 7, ces: 4, emotion: 2 }, times: 2 }, { answers: { nps: 0, ces: 7 }, times: 1 }]);
    expect((await heatmap(journey, 'metric=nps')).cells[0]).toMatchObject({ n: 10, value: 60, status: 'low_n' });
    expect((await heatmap(journey, 'metric=nps')).cells[0]?.ciLow).toBeCloseTo(7.039408656, 6);
    expect((await heatmap(journey, 'metric=ces')).cells[0]).toMatchObject({ n: 10, value: 80 });
    expect((await heatmap(journey, 'metric=emotion')).cells[0]).toMatchObject({ n: 9, value: null, status: 'low_n' });
  });

  it('ends where deletion takes answers away', async () => {
    const journey = await journeyOf(owner, 'Deletion', ['deletion']);
    const surveyId = await surveyOf(owner, journey.id, [csi('q', at(journey, 0))]);
    await answered(owner, surveyId, [{ answers: { q: 5 }, times: 11 }]);
    const [response] = await test.database.query<{ id: string }>('select id from responses where survey_id = $1 limit 1', [surveyId]);
    await owner.delete(`/workspaces/${owner.workspaceId}/responses/${response?.id ?? ''}`).expect(204);
    expect((await heatmap(journey, 'metric=csi')).cells[0]?.n).toBe(10);
  });
});
