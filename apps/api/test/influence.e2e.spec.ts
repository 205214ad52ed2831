import { type Person, register } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { whileHeld } from './support/held.js';
import { joined } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let touchpointId: string;
let functions: Record<'sales' | 'service' | 'it', string>;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  touchpointId = await made('/touchpoints', 'Guarded');
  functions = { sales: await made('/functions', 'Sales'), service: await made('/functions', 'Service'), it: await made('/functions', 'IT') };
});
afterAll(() => test.stop());

const bodyOf = <T = Record<string, unknown>>(answer: { text: string }): T => JSON.parse(answer.text) as T;
async function made(path: string, name: string, person = owner): Promise<string> {
  const answer = await person.post(`/workspaces/${person.workspaceId}${path}`, { name }).expect(201);
  return (answer.body as { id: string }).id;
}
const influence = (id: string) => `/workspaces/${owner.workspaceId}/touchpoints/${id}/influence`;
const routeOf = (method: GuardedRoute['method'], forbidden: GuardedRoute['forbidden'], scopes: GuardedRoute['scopes'], body?: object) => (): GuardedRoute =>
  ({ method, path: `/touchpoints/${touchpointId}/influence`, forbidden, scopes, ...(body && { body }) });

const someone = '01890a5d-ac96-774b-bcce-b302099a8057';
const routes: Record<string, () => GuardedRoute> = {
  'GET touchpoints/{id}/influence': routeOf('get', null, ['read']),
  'PUT touchpoints/{id}/influence': routeOf('put', 'contributor', ['write'], { owner: null, functions: [{ functionId: someone, degree: 1 }] }),
  'DELETE touchpoints/{id}/influence': routeOf('delete', 'contributor', ['write']),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('influence', () => {
  it('is nobody\'s at first', async () => {
    expect(bodyOf(await owner.get(influence(touchpointId)).expect(200))).toEqual({ owner: null, hhi: null, functions: [] });
  });

  it('turns degrees into shares and replaces what was there', async () => {
    const id = await made('/touchpoints', 'Transfer');
    const first = await owner.put(influence(id), {
      owner: { functionId: functions.sales, userId: owner.userId },
      functions: [
        { functionId: functions.sales, degree: 3, through: ['people', 'process', 'people'], effect: 'helps', note: 'own desk' },
        { functionId: functions.service, degree: 1 },
        { functionId: functions.it, degree: 2, effect: 'hinders' },
      ],
    }).expect(200);
    const body: { owner: object; hhi: number; functions: { share: number }[] } = bodyOf(first);
    expect(body.owner).toEqual({ functionId: functions.sales, userId: owner.userId });
    expect(body.functions[0]).toEqual({ functionId: functions.sales, degree: 3, share: 0.5, through: ['people', 'process'], effect: 'helps', note: 'own desk' });
    expect(body.functions.map((each) => each.share)).toEqual([0.5, 1 / 6, 2 / 6]);
    expect(body.hhi).toBeCloseTo(0.388888889, 9);
    expect(bodyOf(await owner.get(influence(id)))).toEqual(body);

    const second = await owner.put(influence(id), { owner: { functionId: functions.it }, functions: [{ functionId: functions.it, degree: 2 }, { functionId: functions.sales, degree: 0 }] }).expect(200);
    expect(bodyOf(second)).toEqual({
      owner: { functionId: functions.it, userId: null },
      hhi: 1,
      functions: [
        { functionId: functions.it, degree: 2, share: 1, through: [], effect: null, note: null },
        { functionId: functions.sales, degree: 0, share: 0, through: [], effect: null, note: null },
      ],
    });
    const touchpoint = bodyOf(await owner.get(`/workspaces/${owner.workspaceId}/touchpoints/${id}`));
    expect(touchpoint).toMatchObject({ owner: { functionId: functions.it, functionName: 'IT', userId: null, userName: null }, version: 1 });
  });

  it('may have no owner, and can be taken away', async () => {
    const id = await made('/touchpoints', 'Reviews and ratings');
    const put = await owner.put(influence(id), { owner: null, functions: [functions.sales, functions.it, functions.service].map((functionId) => ({ functionId, degree: 1 })) }).expect(200);
    expect(bodyOf<{ hhi: number }>(put).hhi).toBeCloseTo(1 / 3, 12);
    await owner.delete(influence(id)).expect(204);
    expect(bodyOf(await owner.get(influence(id)))).toEqual({ owner: null, hhi: null, functions: [] });
  });

  it('refuses what breaks a rule with 422, unknown functions and people with 404, and changes nothing', async () => {
    const stranger = await register(test);
    const foreign = await made('/functions', 'Theirs', stranger);
    const good = { functionId: functions.sales, degree: 1 };
    await owner.put(influence(touchpointId), { owner: { functionId: functions.sales }, functions: [good] }).expect(200);
    const cases: [string, object][] = [
      ['no_influence', { owner: null, functions: [] }],
      ['no_influence', { owner: null, functions: [{ ...good, degree: 0 }] }],
      ['repeated_function', { owner: null, functions: [good, good] }],
    ];
    for (const [code, body] of cases) expect(bodyOf(await owner.put(influence(touchpointId), body).expect(422))).toMatchObject({ code });
    const unknown = [
      { owner: null, functions: [{ functionId: foreign, degree: 1 }] },
      { owner: { functionId: someone }, functions: [good] },
      { owner: { functionId: foreign }, functions: [good] },
      { owner: { functionId: functions.sales, userId: stranger.userId }, functions: [good] },
    ];
    for (const body of unknown) expect(bodyOf(await owner.put(influence(touchpointId), body).expect(404))).toMatchObject({ code: 'not_found' });
    expect(bodyOf(await owner.get(influence(touchpointId)))).toMatchObject({ owner: { functionId: functions.sales }, functions: [{ degree: 1 }] });
  });

  it.each([{ owner: null }, { functions: [] }, { owner: null, functions: [{ functionId: someone, degree: 4 }] }, { owner: null, functions: [{ functionId: someone, degree: 1.5 }] }, { owner: null, functions: [{ functionId: someone, degree: 1, through: ['price'] }] }])(
    'refuses %j with 400', async (body) => {
      await owner.put(influence(touchpointId), body).expect(400);
    },
  );

  it('is replaced whole when several write at once', async () => {
    const id = await made('/touchpoints', 'Contended');
    const bodies = [functions.sales, functions.service, functions.it].map((functionId) => ({ owner: { functionId }, functions: [{ functionId, degree: 3 }] }));
    const answers = await Promise.all([...bodies, ...bodies].map((body) => owner.put(influence(id), body)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
    const last: { owner: { functionId: string }; functions: { functionId: string }[] } = bodyOf(await owner.get(influence(id)));
    expect(last.functions.map((each) => each.functionId)).toEqual([last.owner.functionId]);
  });

  it('changes without waiting for a deletion of what stays, which may be waiting for it', async () => {
    const id = await made('/touchpoints', 'Kept');
    const bodyWith = (degree: number) => ({ owner: { functionId: functions.sales, userId: owner.userId }, functions: [{ functionId: functions.sales, degree }, { functionId: functions.it, degree: 1 }] });
    await owner.put(influence(id), bodyWith(1)).expect(200);
    await whileHeld(test.database, 'functions', functions.sales, () => owner.put(influence(id), bodyWith(3)).expect(200));
    expect(bodyOf(await owner.get(influence(id)))).toMatchObject({ owner: { userId: owner.userId }, functions: [{ degree: 3 }, { degree: 1 }] });
  });

  it('stays with the function when the person leaves the workspace', async () => {
    const id = await made('/touchpoints', 'Left alone');
    const colleague = await joined(test, owner, 'contributor');
    await owner.put(influence(id), { owner: { functionId: functions.it, userId: colleague.userId }, functions: [{ functionId: functions.it, degree: 1 }] }).expect(200);
    await test.database.query('delete from members where workspace_id = $1 and user_id = $2', [owner.workspaceId, colleague.userId]);
    expect(bodyOf(await owner.get(influence(id)))).toMatchObject({ owner: { functionId: functions.it, userId: null } });
  });
});
