import { RollupsService } from '../src/feedback/rollups.service.js';
import { type Person, register } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { merged } from './support/merged.js';
import { keyWith } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let surveyId: string;
let responseId: string;

const at = (person: Person, path: string) => `/workspaces/${person.workspaceId}${path}`;
const bodyOf = <T>(answer: { text: string }): T => JSON.parse(answer.text) as T;
const idOf = (answer: { text: string }) => bodyOf<{ id: string }>(answer).id;
interface Listed { items: { id: string; externalId: string; day: string; weight: string | null; answeredAt: string; segment: string | null; channel: string | null }[]; nextCursor: string | null }

let keys = 0;
const newKey = () => `key-${(keys += 1)}`;
const item = (externalId: string, change: object = {}) => ({ externalId, answeredAt: '2026-02-03T10:00:00Z', answers: { nps: 9 }, ...change });
const send = (person: Person, responses: object[], key: string | null = newKey(), survey = surveyId) => {
  const call = person.call('post', at(person, '/responses'));
  return (key === null ? call : call.set('idempotency-key', key)).send({ surveyId: survey, responses });
};
const listed = async (person: Person, externalId: string, survey = surveyId) =>
  bodyOf<Listed>(await person.get(at(person, `/surveys/${survey}/responses?externalId=${encodeURIComponent(externalId)}`)).expect(200)).items[0];
async function newSurvey(person: Person): Promise<string> {
  const journeyId = idOf(await person.post(at(person, '/journeys'), { name: 'Visit', state: 'current' }).expect(201));
  const touchpointId = idOf(await person.post(at(person, '/touchpoints'), { name: `Wi-Fi ${journeyId}` }).expect(201));
  const questions = [
    { key: 'nps', text: 'NPS', metric: 'nps', scale: [0, 10], touchpointId: null },
    { key: 'wifi', text: 'Wi-Fi', metric: 'csat', scale: [1, 5], touchpointId },
  ];
  return idOf(await person.post(at(person, '/surveys'), { name: 'Visits', kind: 'transactional', journeyId, questions }).expect(201));
}

beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test, { timezone: 'Europe/Moscow' });
  surveyId = await newSurvey(owner);
  await send(owner, [item('first')]).expect(200);
  responseId = (await listed(owner, 'first'))?.id ?? '';
});
afterAll(() => test.stop());

const routes: Record<string, () => GuardedRoute> = {
  'POST responses': () => ({ method: 'post', path: '/responses', body: { surveyId, responses: [] }, forbidden: 'contributor', scopes: ['write', 'responses:write'] }),
  'DELETE responses/{id}': () => ({ method: 'delete', path: `/responses/${responseId}`, forbidden: 'contributor', scopes: ['write'] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('a batch of responses', () => {
  it('is stored, its repeats are duplicates, the first stored wins', async () => {
    const batch = [item('a', { answers: { nps: 3, wifi: 5 } }), item('b'), item('a', { answers: { nps: 10 } })];
    expect((await send(owner, batch).expect(200)).body).toEqual({ accepted: 2, duplicates: 1, rejected: [] });
    expect((await send(owner, [item('a'), item('c')]).expect(200)).body).toEqual({ accepted: 1, duplicates: 1, rejected: [] });
    const stored = await test.database.query<{ score: number }>(
      `select a.score from answers a join responses r on r.workspace_id = a.workspace_id and r.id = a.response_id where r.survey_id = $1 and r.external_id = 'a' order by 1`, [surveyId]);
    expect(stored.map((row) => row.score)).toEqual([3, 5]);
  });

  it('takes what every field may hold', async () => {
    const full = item('full', { experiencedAt: '2026-01-31T22:30:00Z', channel: ' Online ', segment: 'Business', weight: 0.2847177143, attributes: { area: 'G', bags: 2, member: true }, comment: '=1+1', customerRef: 'c-1', answers: { nps: 0, wifi: 1 } });
    expect((await send(owner, [full, item('date', { answeredAt: '2026-02-05', answers: {} })]).expect(200)).body).toMatchObject({ accepted: 2 });
    // The experience rules the day, by the workspace's clock: 22:30 in UTC is past midnight in Moscow.
    expect(await listed(owner, 'full')).toMatchObject({ day: '2026-02-01', weight: '0.2847177143', channel: 'Online', segment: 'Business' });
    expect(await listed(owner, 'date')).toMatchObject({ day: '2026-02-05', answeredAt: '2026-02-04T21:00:00.000Z', weight: null });
  });

  it.each([
    ['a score above its scale', { answers: { nps: 11 } }, 'invalid_answer'],
    ['a score that is not whole', { answers: { wifi: 4.5 } }, 'invalid_answer'],
    ['a question the survey does not ask', { answers: { price: 4 } }, 'unknown_question'],
    ['a question called like an object’s insides', { answers: { toString: 4 } }, 'unknown_question'],
    ['a question called like an object’s maker', { answers: { constructor: 4 } }, 'unknown_question'],
    ['an impossible date', { answeredAt: '2026-02-30T10:00:00Z' }, 'invalid_time'],
    ['a time without a zone', { answeredAt: '2026-02-03T10:00:00' }, 'invalid_time'],
    ['a date before 1990', { answeredAt: '1989-12-30T10:00:00Z' }, 'time_out_of_range'],
    ['a date after tomorrow', { answeredAt: '2999-01-01' }, 'time_out_of_range'],
    ['an impossible experience', { experiencedAt: 'yesterday' }, 'invalid_time'],
    ['a weight of zero', { weight: 0 }, 'invalid_weight'],
    ['a weight over 1000', { weight: 1000.5 }, 'invalid_weight'],
    ['a segment called *', { segment: '*' }, 'invalid_label'],
    ['a channel of two lines', { channel: 'a\nb' }, 'invalid_label'],
    ['a channel of two lines by another sign', { channel: 'a\u2028b' }, 'invalid_label'],
    ['a segment that nobody sees', { segment: '\u200b' }, 'invalid_label'],
    ['an empty id', { externalId: ' ' }, 'missing_id'],
    ['an id with NUL', { externalId: 'a\u0000' }, 'invalid_id'],
  ])('rejects an item with %s alone', async (_, change, code) => {
    const bad = item(`bad-${code}`, change);
    const good = newKey();
    const answer = bodyOf<{ accepted: number; rejected: object[] }>(await send(owner, [bad, item(good)]).expect(200));
    expect(answer).toMatchObject({ accepted: 1, duplicates: 0, rejected: [{ index: 0, code, detail: expect.any(String) }] });
    expect(await listed(owner, good)).toBeDefined();
  });

  it.each([
    ['a score that is text', [item('t', { answers: { nps: '9' } })]], ['no id', [{ answeredAt: '2026-02-03', answers: {} }]], ['an unknown field', [item('t', { mood: 1 })]], ['too many items', Array.from({ length: 1001 }, (_, index) => item(`m${index}`))],
  ])('answers 400 to %s and stores nothing', async (_, responses) => {
    await send(owner, responses).expect(400);
    expect(await listed(owner, 't')).toBeUndefined();
  });

  it('takes a thousand items at once', async () => {
    const responses = Array.from({ length: 1000 }, (_, index) => item(`many-${index}`));
    expect((await send(owner, responses).expect(200)).body).toEqual({ accepted: 1000, duplicates: 0, rejected: [] });
  });

  it('answers 404 for another tenant’s survey and 400 for a malformed id', async () => {
    const stranger = await register(test);
    await send(stranger, [item('x')], newKey(), surveyId).expect(404);
    await send(owner, [item('x')], newKey(), '42').expect(400);
  });
});

describe('an Idempotency-Key', () => {
  it('is required and must be printable', async () => {
    expect((await send(owner, [item('x')], null).expect(400)).text).toContain('idempotency_key_required');
    await send(owner, [item('x')], 'k'.repeat(256)).expect(400);
    await send(owner, [item('x')], 'k'.repeat(255)).expect(200);
  });

  it('replays the first answer, byte for byte', async () => {
    const key = newKey();
    const first = await send(owner, [item('once'), item('twice', { weight: -1 })], key).expect(200);
    const second = await send(owner, [item('once'), item('twice', { weight: -1 })], key).expect(200);
    expect(second.text).toBe(first.text);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual(['false', 'true']);
    expect(bodyOf(first)).toMatchObject({ accepted: 1 });
  });

  it('refuses another body', async () => {
    const key = newKey();
    await send(owner, [item('body-1')], key).expect(200);
    expect(bodyOf(await send(owner, [item('body-2')], key).expect(422))).toMatchObject({ code: 'idempotency_key_reused' });
    expect(await listed(owner, 'body-2')).toBeUndefined();
  });

  it('belongs to who sent it', async () => {
    const key = newKey();
    const [one, two] = [await keyWith(test, owner, ['responses:write']), await keyWith(test, owner, ['responses:write'])];
    for (const [client, id] of [[owner, 'p1'], [one, 'p2'], [two, 'p3']] as const) {
      const answer = await client.call('post', at(owner, '/responses')).set('idempotency-key', key).send({ surveyId, responses: [item(id)] }).expect(200);
      expect(answer.body).toMatchObject({ accepted: 1 });
    }
  });

  it('is not spent by a refused request', async () => {
    const key = newKey();
    await send(owner, [item('unspent', { mood: 1 })], key).expect(400);
    expect((await send(owner, [item('unspent')], key).expect(200)).body).toMatchObject({ accepted: 1 });
  });

  it('lets one of many twins through: the others are told 409 or given its answer', async () => {
    const key = newKey();
    const responses = Array.from({ length: 200 }, (_, index) => item(`twin-${index}`));
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(owner, responses, key)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 409]));
    for (const answer of answers) {
      if (answer.status === 409) expect([answer.headers['retry-after'], bodyOf<{ code: string }>(answer).code]).toEqual(['1', 'request_in_flight']);
      else expect(bodyOf(answer)).toEqual({ accepted: 200, duplicates: 0, rejected: [] });
    }
  });
});

describe('a response', () => {
  it('is listed page by page', async () => {
    const person = await register(test);
    const survey = await newSurvey(person);
    await send(person, ['b', 'a', 'c'].map((id) => item(id)), newKey(), survey).expect(200);
    const first = bodyOf<Listed>(await person.get(at(person, `/surveys/${survey}/responses?limit=2`)).expect(200));
    expect(first.items.map((one) => one.externalId)).toEqual(['a', 'b']);
    const second = bodyOf<Listed>(await person.get(at(person, `/surveys/${survey}/responses?limit=2&cursor=${first.nextCursor}`)).expect(200));
    expect(second).toMatchObject({ items: [{ externalId: 'c' }], nextCursor: null });
  });

  it('is deleted once, with its answers and its part of the counts', async () => {
    await send(owner, [item('gone', { weight: 2.5, segment: 'S', answers: { nps: 7, wifi: 2 } })]).expect(200);
    const { id } = (await listed(owner, 'gone')) ?? { id: '' };
    await owner.delete(at(owner, `/responses/${id}`)).expect(204);
    await owner.delete(at(owner, `/responses/${id}`)).expect(404);
    expect(await listed(owner, 'gone')).toBeUndefined();
    expect(await test.database.query('select 1 from answers where response_id = $1', [id])).toEqual([]);
    const rollups = test.app.get(RollupsService);
    expect(await rollups.differences(owner.workspaceId)).toBe(0);
    await merged(test, owner.workspaceId);
    expect(await rollups.differences(owner.workspaceId)).toBe(0);
    expect(await test.database.query(`select 1 from rollup_cells where workspace_id = $1 and segment = 'S'`, [owner.workspaceId])).toEqual([]);
  });
});
