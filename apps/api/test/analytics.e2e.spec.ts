import { type Person, register } from './support/client.js';
import { answered, journeyOf, surveyOf } from './support/answered.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let journeyId: string;
let touchpointId: string;
let surveyId: string;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  const journey = await journeyOf(owner, 'Guarded', ['Counter']);
  journeyId = journey.id;
  touchpointId = journey.touchpoints[0]?.id ?? '';
  surveyId = await surveyOf(owner, journeyId, [{ key: 'q', metric: 'csi', scale: [1, 5], touchpointId }]);
  await answered(owner, surveyId, [{ answers: { q: 4 }, times: 12 }]);
});
afterAll(() => test.stop());

const routes: Record<string, () => GuardedRoute> = {
  'GET journeys/{id}/heatmap': () => ({ method: 'get', path: `/journeys/${journeyId}/heatmap?metric=csi`, forbidden: null, scopes: ['read'] }),
  'GET journeys/{id}/facets': () => ({ method: 'get', path: `/journeys/${journeyId}/facets`, forbidden: null, scopes: ['read'] }),
  'GET journeys/{id}/ownership': () => ({ method: 'get', path: `/journeys/${journeyId}/ownership`, forbidden: null, scopes: ['read'] }),
  'GET touchpoints/{id}/trend': () => ({ method: 'get', path: `/touchpoints/${touchpointId}/trend?metric=csi&bucket=month`, forbidden: null, scopes: ['read'] }),
  'GET surveys/{id}/results': () => ({ method: 'get', path: `/surveys/${surveyId}/results`, forbidden: null, scopes: ['read'] }),
  'GET pulse': () => ({ method: 'get', path: '/pulse', forbidden: null, scopes: ['read'] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('a query that cannot be read', () => {
  const places: Record<string, () => string> = {
    heatmap: () => `/journeys/${journeyId}/heatmap`,
    trend: () => `/touchpoints/${touchpointId}/trend`,
    results: () => `/surveys/${surveyId}/results`,
    ownership: () => `/journeys/${journeyId}/ownership`,
    pulse: () => '/pulse',
  };
  it.each([
    ['heatmap', ''], ['heatmap', 'metric=eNPS'], ['heatmap', 'metric=csi&from=2026-02-30'], ['heatmap', 'metric=csi&from=2026-02-02&to=2026-02-01'],
    ['heatmap', 'metric=csi&compareFrom=2026-01-01'], ['heatmap', 'metric=csi&compareFrom=2026-01-02&compareTo=2026-01-01'], ['heatmap', 'metric=csi&surprise=1'],
    ['heatmap', 'metric=csi&from=01.02.2026'], ['trend', 'metric=threeP'], ['trend', 'metric=csi&bucket=year'], ['trend', 'metric=csi&bucket=day&from=1990-01-01&to=2026-01-01'],
    ['results', 'to=today'], ['ownership', 'metric=nps'], ['ownership', 'metric=emotion'], ['ownership', 'weights=answers'], ['heatmap', 'metric=csi&segment=*'], ['trend', 'metric=csi&channel=*'], ['results', 'segment=*'], ['pulse', 'journeyId=mine'], ['pulse', 'from=2026'],
  ])('%s?%s is refused with 400', async (place, query) => {
    const answer = await owner.get(`/workspaces/${owner.workspaceId}${places[place]!()}?${query}`).expect(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ status: 400, code: 'invalid' });
  });
});
