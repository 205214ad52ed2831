import type { SurveyResults, Trend } from '@afferent/contracts';
import { answered, journeyOf, report, surveyOf } from './support/answered.js';
import { type Person, register } from './support/client.js';
import { merged } from './support/merged.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let touchpointId: string;
let surveyId: string;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test, { timezone: 'America/Los_Angeles' });
  const journey = await journeyOf(owner, 'Trend', ['trend']);
  touchpointId = journey.touchpoints[0]?.id ?? '';
  surveyId = await surveyOf(owner, journey.id, [
    { key: 'ease', metric: 'csat', scale: [1, 5], touchpointId }, { key: 'effort', metric: 'ces', scale: [1, 7], touchpointId }, { key: 'nps', metric: 'nps', scale: [0, 10], touchpointId: null },
  ]);
  await answered(owner, surveyId, [
    { answers: { ease: 5, effort: 7 }, times: 30, day: '2026-01-31', segment: 'A' }, { answers: { ease: 2 }, times: 12, day: '2026-02-01' },
    // 7 in the morning in UTC is still the last of March in California, where that night is an hour shorter after 8 March.
    { answers: { ease: 4 }, times: 6, day: '2026-04-01T06:59:59Z' }, { answers: { ease: 4 }, times: 3, day: '2026-04-01T07:00:00Z' },
    { answers: { nps: 10 }, times: 4, day: '2026-01-31' }, { answers: { effort: 1 }, times: 6, day: '2026-01-31', weight: 3 },
  ]);
});
afterAll(() => test.stop());

const trend = (query: string) => report<Trend>(owner, `/touchpoints/${touchpointId}/trend?${query}`);

describe('a trend', () => {
  it.each(['before', 'after'])('has every month of the period, by the local day of the answer, %s merging', async (when) => {
    if (when === 'after') await merged(test, owner.workspaceId);
    const { points } = await trend('metric=csi&bucket=month');
    expect(points.map(({ from, to, n, value, status }) => [from, to, n, value, status])).toEqual([
      ['2026-01-01', '2026-01-31', 30, 100, 'ok'], ['2026-02-01', '2026-02-28', 12, 25, 'low_n'],
      ['2026-03-01', '2026-03-31', 6, null, 'low_n'], ['2026-04-01', '2026-04-30', 3, null, 'suppressed_privacy'],
    ]);
    expect(points[3]).toMatchObject({ ciLow: null, ciHigh: null });
  });

  it('has months and weeks without answers too, cut to the period', async () => {
    const { points } = await trend('metric=csat&bucket=week&from=2026-01-28&to=2026-02-17');
    expect(points.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['2026-01-28', '2026-02-01', 42], ['2026-02-02', '2026-02-08', 0], ['2026-02-09', '2026-02-15', 0], ['2026-02-16', '2026-02-17', 0],
    ]);
    expect(points[1]).toMatchObject({ value: null, status: 'no_data' });
    expect(points[0]?.value).toBeCloseTo((100 * 30) / 42, 10);
    expect((await trend('metric=csat&bucket=day&from=2026-01-30&to=2026-02-02')).points.map(({ n }) => n)).toEqual([0, 30, 12, 0]);
  });

  it('takes the slice, and is empty for what is not asked', async () => {
    expect((await trend('metric=csat&segment=A')).points.map(({ n }) => n)).toEqual([30, 0, 0, 0]);
    expect(await trend('metric=emotion')).toEqual({ points: [] });
  });
});

describe('results of a survey', () => {
  const results = (query = '') => report<SurveyResults>(owner, `/surveys/${surveyId}/results${query}`);

  it('say everything a histogram can, question by question', async () => {
    const { from, to, questions } = await results();
    expect([from, to]).toEqual(['2026-01-01', '2026-04-30']);
    expect(questions.map(({ key, n, status }) => [key, n, status])).toEqual([['ease', 51, 'ok'], ['effort', 36, 'ok'], ['nps', 4, 'suppressed_privacy']]);
    expect(questions[0]).toMatchObject({
      metric: 'csat', scale: [1, 5], touchpointId, effectiveN: 51,
      histogram: [{ score: 1, n: 0 }, { score: 2, n: 12 }, { score: 3, n: 0 }, { score: 4, n: 9 }, { score: 5, n: 30 }],
    });
    expect(questions[0]?.scores.map(({ metric }) => metric)).toEqual(['csat', 'csi', 'mean']);
    expect(questions[0]?.scores[0]?.value).toBeCloseTo((100 * 39) / 51, 10);
    expect(questions[0]?.scores[2]?.value).toBeCloseTo((12 * 2 + 9 * 4 + 30 * 5) / 51, 10);
  });

  it('are weighted too', async () => {
    const effort = (await results()).questions[1];
    expect(effort?.effectiveN).toBeCloseTo((30 + 18) ** 2 / (30 + 54), 10);
    expect(effort?.scores.map(({ metric }) => metric)).toEqual(['ces', 'ces100', 'mean']);
    expect(effort?.scores[0]?.weightedValue).toBeCloseTo((100 * 30) / 48, 10);
    expect(effort?.scores[2]?.weightedValue).toBeCloseTo((210 + 18) / 48, 10);
  });

  it('hide what too few said: the histogram below 5, figures below 10', async () => {
    const nps = (await results()).questions[2];
    expect(nps).toMatchObject({ n: 4, effectiveN: null, histogram: null });
    expect(nps?.scores).toEqual(['nps', 'mean'].map((metric) => ({ metric, value: null, weightedValue: null, ciLow: null, ciHigh: null })));
    const march = (await results('?from=2026-03-01&to=2026-03-31')).questions[0];
    expect(march).toMatchObject({ n: 6, status: 'low_n', effectiveN: null, histogram: [{ n: 0 }, { n: 0 }, { n: 0 }, { score: 4, n: 6 }, { n: 0 }] });
    expect(march?.scores[0]).toMatchObject({ value: null, ciLow: null });
  });
});
