import type { Heatmap, JourneyFacets } from '@afferent/contracts';
import { PeriodsQuery } from '../src/analytics/periods.query.js';
import { newId } from '../src/platform/database/new-id.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { answered, journeyOf, report, surveyOf, type MadeJourney } from './support/answered.js';
import { type Person, register } from './support/client.js';
import { merged } from './support/merged.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test, { timezone: 'Asia/Tokyo' });
});
afterAll(() => test.stop());

const heatmap = (journey: MadeJourney, query: string) => report<Heatmap>(owner, `/journeys/${journey.id}/heatmap?${query}`);
const at = (journey: MadeJourney, index: number) => journey.touchpoints[index]?.id ?? '';

describe('the period left out', () => {
  let journey: MadeJourney;
  beforeAll(async () => {
    journey = await journeyOf(owner, 'Months', ['months', 'rarely asked']);
    const surveyId = await surveyOf(owner, journey.id, [
      { key: 'q', metric: 'csi', scale: [1, 5], touchpointId: at(journey, 0) }, { key: 'nps', metric: 'nps', scale: [0, 10], touchpointId: at(journey, 1) },
    ]);
    // 14 months with answers, with gaps: two early ones, then every other month from March 2024 on.
    const months = ['2023-01-31', '2024-01-01', ...Array.from({ length: 12 }, (_, index) => `${2024 + Math.floor((2 + index * 2) / 12)}-${String(((2 + index * 2) % 12) + 1).padStart(2, '0')}-15`)];
    await answered(owner, surveyId, months.map((day) => ({ answers: { q: 4 }, day, segment: 'S', channel: 'C' })));
    await answered(owner, surveyId, [{ answers: { nps: 10 }, day: '2020-02-29' }]);
  });

  it.each(['before', 'after'])('is the last 12 months that have answers, %s merging', async (when) => {
    if (when === 'after') await merged(test, owner.workspaceId);
    expect(await heatmap(journey, 'metric=csi')).toMatchObject({ from: '2024-03-01', to: '2026-01-31', cells: [{ n: 12 }, { n: 0 }] });
    expect(await heatmap(journey, 'metric=nps')).toMatchObject({ from: '2020-02-01', to: '2020-02-29' });
  });

  it('is completed from the end that is given', async () => {
    expect(await heatmap(journey, 'metric=csi&to=2024-06-30')).toMatchObject({ from: '2023-01-01', to: '2024-06-30', cells: [{ n: 4 }, { n: 0 }] });
    // The last answers came on the 15th, so until the 14th their month has none.
    expect(await heatmap(journey, 'metric=csi&to=2026-01-14')).toMatchObject({ from: '2024-01-01', to: '2026-01-14', cells: [{ n: 12 }, { n: 0 }] });
    expect(await heatmap(journey, 'metric=csi&from=2025-12-31')).toMatchObject({ from: '2025-12-31', to: '2026-01-31', cells: [{ n: 1 }, { n: 0 }] });
    expect(await heatmap(journey, 'metric=csi&from=2026-05-05')).toMatchObject({ from: '2026-05-05', to: '2026-05-05', cells: [{ n: 0 }, { n: 0 }] });
    expect(await heatmap(journey, 'metric=csi&from=2024-03-15&to=2024-03-15')).toMatchObject({ from: '2024-03-15', to: '2024-03-15', cells: [{ n: 1 }, { n: 0 }] });
  });

  it.each([
    'from=1990-01-01&to=1990-01-01', 'from=1990-01-01&to=9999-12-31', 'from=9999-12-31&to=9999-12-31', 'from=9999-12-27', 'to=1990-01-01', 'from=1990-01-01',
  ])('may be at the ends of the calendar: %s', async (period) => {
    const reports = [
      ...['csi', 'nps', 'threeP'].map((metric) => `/journeys/${journey.id}/heatmap?metric=${metric}&${period}`), `/journeys/${journey.id}/ownership?metric=csi&${period}`,
      `/pulse?journeyId=${journey.id}&${period}`, `/pulse?${period}`,
      ...['day', 'week', 'month'].map((bucket) => `/touchpoints/${at(journey, 0)}/trend?metric=csi&bucket=${bucket}&${period}`),
    ];
    for (const path of reports) {
      const answer = await owner.get(`/workspaces/${owner.workspaceId}${path}`);
      // Only a trend of too many points is refused.
      const tooMany = path.includes('/trend?') && answer.status === 400;
      expect([path, tooMany ? 200 : answer.status]).toEqual([path, 200]);
    }
  });

  it('has facets to choose from', async () => {
    expect(await report<JourneyFacets>(owner, `/journeys/${journey.id}/facets`)).toEqual({
      metrics: ['nps', 'csi'], segments: ['S'], channels: ['C'], firstDay: '2020-02-29', lastDay: '2026-01-15',
    });
    const unlike = await journeyOf(owner, 'Unlike values', ['asked', 'asked too']);
    const surveyId = await surveyOf(owner, unlike.id, [0, 1].map((index) => ({ key: `q${index}`, metric: 'csi', scale: [1, 5], touchpointId: at(unlike, index) })));
    const labels = Array.from({ length: 600 }, (_, index) => String(index + 1000));
    await answered(owner, surveyId, labels.map((segment, index) => ({ answers: { [`q${index % 2}`]: 4 }, segment })));
    for (const when of ['waiting', 'merged']) {
      if (when === 'merged') await merged(test, owner.workspaceId);
      expect([when, (await report<JourneyFacets>(owner, `/journeys/${unlike.id}/facets`)).segments]).toEqual([when, labels.slice(0, 500)]);
    }
    const empty = await journeyOf(owner, 'Nothing asked', ['nothing asked']);
    expect(await report<JourneyFacets>(owner, `/journeys/${empty.id}/facets`)).toEqual({ metrics: [], segments: [], channels: [], firstDay: null, lastDay: null });
  });
});

describe('two periods', () => {
  it('are compared by A4 for NPS and by their standard errors else, adjusted over the map', async () => {
    const journey = await journeyOf(owner, 'Change', ['changed', 'too few', 'same']);
    const questions = [0, 1, 2].flatMap((index) => [
      { key: `nps${index}`, metric: 'nps', scale: [0, 10] as const, touchpointId: at(journey, index) },
      { key: `csi${index}`, metric: 'csi', scale: [1, 5] as const, touchpointId: at(journey, index) },
    ]);
    const surveyId = await surveyOf(owner, journey.id, questions);
    const [january, march] = ['2026-01-20', '2026-03-20'];
    await answered(owner, surveyId, [
      { answers: { nps0: 9, csi0: 5 }, times: 50, day: january }, { answers: { nps0: 7, csi0: 3 }, times: 30, day: january }, { answers: { nps0: 0, csi0: 1 }, times: 20, day: january },
      { answers: { nps0: 10, csi0: 5 }, times: 60, day: march }, { answers: { nps0: 8, csi0: 3 }, times: 28, day: march }, { answers: { nps0: 6, csi0: 1 }, times: 12, day: march },
      { answers: { nps1: 10, csi1: 5 }, times: 9, day: january }, { answers: { nps1: 10, csi1: 5 }, times: 40, day: march },
      { answers: { nps2: 9, csi2: 5 }, times: 20, day: january }, { answers: { nps2: 8, csi2: 3 }, times: 20, day: january }, { answers: { nps2: 0, csi2: 1 }, times: 20, day: january },
      { answers: { nps2: 9, csi2: 5 }, times: 20, day: march }, { answers: { nps2: 8, csi2: 3 }, times: 20, day: march }, { answers: { nps2: 0, csi2: 1 }, times: 20, day: march },
    ]);
    const periods = 'from=2026-03-01&to=2026-03-31&compareFrom=2026-01-01&compareTo=2026-01-31';
    const [changed, tooFew, same] = (await heatmap(journey, `metric=nps&${periods}`)).cells;
    expect(changed?.change?.diff).toBeCloseTo(18, 9);
    expect(changed?.change?.p).toBeCloseTo(0.091671696, 8);
    expect(changed?.change?.ciLow).toBeCloseTo(-2.831926594, 6);
    expect(changed?.change?.ciHigh).toBeCloseTo(37.783382905, 6);
    expect(changed?.change?.pAdjusted).toBeCloseTo(2 * 0.091671696, 8);
    expect(tooFew?.change).toBeNull();
    expect(same?.change).toMatchObject({ diff: 0, p: 1, pAdjusted: 1 });
    const [index] = (await heatmap(journey, `metric=csi&${periods}`)).cells;
    // Means 65 and 74; Σ(x−m)² = 50·35² + 30·15² + 20·65² = 152 500 and 60·26² + 28·24² + 12·74² = 122 400.
    const half = 1.959963985 * Math.sqrt(152_500 / 99 / 100 + 122_400 / 99 / 100);
    expect(index?.change?.diff).toBeCloseTo(9, 9);
    expect(index?.change?.ciLow).toBeCloseTo(9 - half, 6);
    expect(index?.change?.ciHigh).toBeCloseTo(9 + half, 6);
  });
});

describe('scores by staff', () => {
  it('are the latest of each author as of the last day, and follow the same rules of n', async () => {
    const journey = await journeyOf(owner, 'Staff', ['scored', 'barely scored']);
    const score = async (touchpointId: string, author: string, levels: (number | null)[], scoredAt: string) =>
      test.database.query(
        'insert into touchpoint_scores (workspace_id, id, touchpoint_id, author_id, people, process, product, scored_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [owner.workspaceId, newId(), touchpointId, author, ...levels, scoredAt]);
    const authors = Array.from({ length: 10 }, () => newId());
    for (const author of authors) {
      await test.database.query(`insert into users (id, email, name, locale, password_hash) values ($1, $2, 'Author', 'en', 'none')`, [author, `${author}@example.test`]);
      await score(at(journey, 0), author, [1, 3, 5], '2026-01-10T12:00:00Z');
      await score(at(journey, 0), author, [5, null, null], '2026-02-28T15:30:00Z');
    }
    await score(at(journey, 1), authors[0] ?? '', [3, 3, 3], '2026-01-10T12:00:00Z');
    const now = await heatmap(journey, 'metric=threeP');
    expect(now).toMatchObject({ unit: '0..100', overall: null, family: { tested: 0 }, from: null, to: null });
    expect(now.cells[0]).toMatchObject({ n: 10, status: 'low_n', effectiveN: 10 });
    expect(now.cells[0]?.ciLow).toBeCloseTo(now.cells[0]?.value ?? Number.NaN, 10);
    expect(now.cells[0]?.value).toBeCloseTo((100 + 50 + 100) / 3, 10);
    expect(now.cells[1]).toMatchObject({ n: 1, status: 'suppressed_privacy', value: null });
    expect((await heatmap(journey, 'metric=people')).cells[0]).toMatchObject({ n: 10, value: 100 });
    // In Tokyo 15:30Z on 28 February is already March.
    expect((await heatmap(journey, 'metric=people&to=2026-02-28')).cells[0]).toMatchObject({ n: 10, value: 0 });
    expect((await heatmap(journey, 'metric=people&to=2026-03-01')).cells[0]).toMatchObject({ n: 10, value: 100 });
    expect((await heatmap(journey, 'metric=product&to=2025-12-31')).cells[0]).toMatchObject({ n: 0, status: 'no_data' });
    expect((await report<JourneyFacets>(owner, `/journeys/${journey.id}/facets`)).metrics).toEqual(['threeP', 'people', 'process', 'product']);
  });
});

describe('the journey that was answered last', () => {
  let person: Person;
  let journeys: MadeJourney[];
  beforeAll(async () => {
    person = await register(test);
    const names = Array.from({ length: 20 }, (_, index) => `Point ${index}`);
    journeys = [await journeyOf(person, 'Earlier', names.slice(0, 10)), await journeyOf(person, 'Later', names.slice(10))];
    for (const [index, journey] of journeys.entries()) {
      const surveyId = await surveyOf(person, journey.id, journey.touchpoints.map(({ id }, place) => ({ key: `q${place}`, metric: 'csi', scale: [1, 5], touchpointId: id })));
      await answered(person, surveyId, [{ answers: { q9: 4 }, day: `2026-02-0${index + 1}` }]);
    }
  });

  it.each(['before', 'after'])('is found %s merging, with one look at what is not merged', async (when) => {
    if (when === 'after') await merged(test, person.workspaceId);
    const unit = test.app.get(UnitOfWork);
    const looks = async () => (await unit.query<{ looks: number }>(
      `select sum(pg_stat_get_xact_numscans(oid))::int as looks from pg_class where relname in ('rollup_deltas', 'rollup_deltas_pkey')`))[0]?.looks ?? 0;
    const [found, looked] = await unit.run(person, async () => {
      const before = await looks();
      return [await test.app.get(PeriodsQuery).latestJourney(), (await looks()) - before];
    }, { readOnly: true });
    expect(found).toBe(journeys[1]?.id);
    expect(looked).toBe(1);
  });
});
