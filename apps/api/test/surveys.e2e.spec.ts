import { type Person, register } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let journeyId: string;
let touchpointId: string;
let surveyId: string;
const nobodysId = '01890a5d-ac96-774b-bcce-b302099a8057';

const at = (person: Person, path: string) => `/workspaces/${person.workspaceId}${path}`;
const bodyOf = <T>(answer: { text: string }): T => JSON.parse(answer.text) as T;
const idOf = (answer: { text: string }) => bodyOf<{ id: string }>(answer).id;
const nps = { key: 'nps', text: 'Would you recommend us?', metric: 'nps', scale: [0, 10], touchpointId: null };
const csat = (id: string, change: object = {}) => ({ key: 'wifi', text: 'How was the Wi-Fi?', metric: 'csat', scale: [1, 5], touchpointId: id, ...change });
const survey = (change: object = {}) => ({ name: 'Visits', kind: 'transactional', journeyId, questions: [nps, csat(touchpointId)], ...change });
const touchpoint = async (person: Person, name: string) => idOf(await person.post(at(person, '/touchpoints'), { name }).expect(201));

beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  journeyId = idOf(await owner.post(at(owner, '/journeys'), { name: 'Visit', state: 'current' }).expect(201));
  touchpointId = await touchpoint(owner, 'Wi-Fi');
  surveyId = idOf(await owner.post(at(owner, '/surveys'), survey()).expect(201));
});
afterAll(() => test.stop());

const routes: Record<string, () => GuardedRoute> = {
  'GET surveys': () => ({ method: 'get', path: '/surveys', forbidden: null, scopes: ['read'] }),
  'GET surveys/{id}': () => ({ method: 'get', path: `/surveys/${surveyId}`, forbidden: null, scopes: ['read'] }),
  'GET surveys/{id}/responses': () => ({ method: 'get', path: `/surveys/${surveyId}/responses`, forbidden: null, scopes: ['read'] }),
  'POST surveys': () => ({ method: 'post', path: '/surveys', body: survey(), forbidden: 'contributor', scopes: ['write'] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('surveys', () => {
  it('are made and read with their questions in order', async () => {
    const made = await owner.post(at(owner, '/surveys'), survey({ name: '  Second ', kind: 'relational' })).expect(201);
    expect(made.body).toEqual({
      id: expect.any(String), name: 'Second', kind: 'relational', journeyId, createdAt: expect.stringMatching(/Z$/),
      questions: [{ id: expect.any(String), ...nps }, { id: expect.any(String), ...csat(touchpointId) }],
    });
    expect((await owner.get(at(owner, `/surveys/${idOf(made)}`)).expect(200)).body).toEqual(made.body);
  });

  it('are listed page by page, the newest first', async () => {
    const person = await register(test);
    const journey = idOf(await person.post(at(person, '/journeys'), { name: 'J', state: 'current' }));
    for (const name of ['a', 'b', 'c']) await person.post(at(person, '/surveys'), { name, kind: 'relational', journeyId: journey, questions: [nps] }).expect(201);
    const first = bodyOf<{ items: { name: string }[]; nextCursor: string }>(await person.get(at(person, '/surveys?limit=2')).expect(200));
    expect(first.items.map((item) => item.name)).toEqual(['c', 'b']);
    const second = bodyOf<{ items: { name: string }[]; nextCursor: null }>(await person.get(at(person, `/surveys?limit=2&cursor=${first.nextCursor}`)).expect(200));
    expect(second).toMatchObject({ items: [{ name: 'a' }], nextCursor: null });
    await person.get(at(person, '/surveys?cursor=nonsense')).expect(400);
  });

  it.each([
    ['two questions with one key', () => [csat(touchpointId), csat(touchpointId, { metric: 'ces', scale: [1, 7] })], 'duplicate_key'],
    ['two questions about one touchpoint by one metric', () => [csat(touchpointId), csat(touchpointId, { key: 'again' })], 'duplicate_question'],
    ['an NPS that is not 0..10', () => [{ ...nps, scale: [1, 5] }], 'invalid_scale'],
    ['an emotion that is not −2..2', () => [csat(touchpointId, { metric: 'emotion' })], 'invalid_scale'],
    ['a CSAT whose every answer is in the top two', () => [csat(touchpointId, { scale: [0, 1] })], 'invalid_scale'],
    ['a CES whose every answer is in the top three', () => [csat(touchpointId, { metric: 'ces', scale: [1, 3] })], 'invalid_scale'],
    ['a scale of one point', () => [csat(touchpointId, { scale: [1, 1] })], 'invalid_scale'],
    ['a scale upside down', () => [csat(touchpointId, { scale: [5, 1] })], 'invalid_scale'],
    ['a scale of twelve points', () => [csat(touchpointId, { scale: [0, 11] })], 'invalid_scale'],
    ['a second scale for what another survey asks', () => [csat(touchpointId, { scale: [1, 10] })], 'scale_conflict'],
  ])('are refused with %s', async (_, questions, code) => {
    const answer = await owner.post(at(owner, '/surveys'), survey({ questions: questions() })).expect(422);
    expect(bodyOf(answer)).toMatchObject({ code, issues: [expect.objectContaining({ code })] });
  });

  it('need a journey for a question about all of it', async () => {
    const { journeyId: _, ...without } = survey();
    expect(bodyOf(await owner.post(at(owner, '/surveys'), without).expect(422))).toMatchObject({ code: 'journey_required' });
    await owner.post(at(owner, '/surveys'), { ...without, questions: [csat(touchpointId)] }).expect(201);
  });

  it('do not accept a journey or touchpoint that is not there', async () => {
    const stranger = await register(test);
    const foreign = await touchpoint(stranger, 'Wi-Fi');
    for (const id of [nobodysId, foreign]) await owner.post(at(owner, '/surveys'), survey({ questions: [csat(id)] })).expect(404);
    await owner.post(at(owner, '/surveys'), survey({ journeyId: nobodysId })).expect(404);
    await stranger.post(at(stranger, '/surveys'), { ...survey(), questions: [nps] }).expect(404);
  });

  it.each([
    ['no questions', { questions: [] }], ['an unknown metric', { questions: [{ ...nps, metric: 'fame' }] }], ['a fractional scale', { questions: [{ ...nps, scale: [0, 9.5] }] }],
    ['an unknown field in a question', { questions: [{ ...nps, weight: 1 }] }], ['no touchpoint at all', { questions: [{ ...nps, touchpointId: undefined }] }], ['an empty name', { name: ' ' }],
  ])('answer 400 to %s', async (_, change) => {
    await owner.post(at(owner, '/surveys'), survey(change)).expect(400);
  });

  it('keep two scales apart even when made at the same time', async () => {
    const id = await touchpoint(owner, 'Raced');
    const answers = await Promise.all([1, 2, 3, 4].map((max) => owner.post(at(owner, '/surveys'), survey({ questions: [csat(id, { scale: [0, max] })] }))));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 422, 422, 422]);
  });
});
