import { type Person, register } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { joined } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let owner: Person;
let functionId: string;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
  functionId = await makeFunction(owner, 'Security');
});
afterAll(() => test.stop());

const base = (person: Person) => `/workspaces/${person.workspaceId}/functions`;
async function makeFunction(person: Person, name: string): Promise<string> {
  const answer = await person.post(base(person), { name }).expect(201);
  return (answer.body as { id: string }).id;
}
const bodyOf = <T>(answer: { text: string }): T => JSON.parse(answer.text) as T;
const namesOf = (answer: { text: string }) => bodyOf<{ items: { name: string }[] }>(answer).items.map((item) => item.name);

const routes: Record<string, () => GuardedRoute> = {
  'GET functions': () => ({ method: 'get', path: '/functions', forbidden: null, scopes: ['read'] }),
  'GET functions/offered': () => ({ method: 'get', path: '/functions/offered', forbidden: null, scopes: ['read'] }),
  'POST functions': () => ({ method: 'post', path: '/functions', body: { name: 'Refused' }, forbidden: 'contributor', scopes: ['write'] }),
  'PATCH functions/{id}': () => ({ method: 'patch', path: `/functions/${functionId}`, body: { name: 'Refused' }, forbidden: 'contributor', scopes: ['write'] }),
  'DELETE functions/{id}': () => ({ method: 'delete', path: `/functions/${functionId}`, forbidden: 'contributor', scopes: ['write'] }),
  'PUT functions/{id}/members': () => ({ method: 'put', path: `/functions/${functionId}/members`, body: { userIds: [] }, forbidden: 'contributor', scopes: ['write'] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe('functions', () => {
  it('are none in a new workspace and are listed by name', async () => {
    const person = await register(test);
    expect(bodyOf(await person.get(base(person)).expect(200))).toEqual({ items: [], nextCursor: null });
    await makeFunction(person, 'Sales');
    const made = await person.post(base(person), { name: '  Finance ' }).expect(201);
    expect(made.body).toEqual({ id: expect.any(String) as string, name: 'Finance', userIds: [] });
    expect(namesOf(await person.get(base(person)))).toEqual(['Finance', 'Sales']);
  });

  it('have names of their own, whatever the case', async () => {
    const person = await register(test);
    await makeFunction(person, 'Контактный центр');
    const again = await person.post(base(person), { name: ' контактный ЦЕНТР ' }).expect(409);
    expect(bodyOf(again)).toMatchObject({ code: 'function_exists' });
    const other = await makeFunction(person, 'Sales');
    await person.patch(`${base(person)}/${other}`, { name: 'КОНТАКТНЫЙ ЦЕНТР' }).expect(409);
    await person.patch(`${base(person)}/${other}`, { name: 'SALES' }).expect(200);
    expect(namesOf(await person.get(base(person)))).toEqual(['SALES', 'Контактный центр']);
  });

  it('are made once by two who ask at the same time', async () => {
    const person = await register(test);
    const answers = await Promise.all(Array.from({ length: 8 }, () => person.post(base(person), { name: 'Legal' })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('refuse names that are no line of text', async () => {
    for (const name of ['', '   ', 'x'.repeat(201), 'a\nb', 'a\u2028b', 'a\u0085b', 'a\u0000', '\ud800', '\u200b', '\u200d\u2060', 5]) await owner.post(base(owner), { name } as object).expect(400);
  });

  it('are offered in the workspace\'s language and only what is missing', async () => {
    const person = await register(test, { locale: 'ru' });
    expect(namesOf(await person.get(`${base(person)}/offered`).expect(200))).toContain('Контактный центр');
    await makeFunction(person, 'контактный центр');
    expect(namesOf(await person.get(`${base(person)}/offered`))).not.toContain('Контактный центр');
    expect(namesOf(await owner.get(`${base(owner)}/offered`))).toContain('Contact centre');
  });

  it('have members, replaced as a whole, and only of this workspace', async () => {
    const [colleague, stranger] = [await joined(test, owner, 'contributor'), await register(test)];
    const id = await makeFunction(owner, 'Terminal');
    const put = (userIds: string[]) => owner.put(`${base(owner)}/${id}/members`, { userIds });
    const both = await put([owner.userId, colleague.userId, colleague.userId]).expect(200);
    expect(bodyOf<{ userIds: string[] }>(both).userIds.toSorted()).toEqual([owner.userId, colleague.userId].toSorted());
    await put([owner.userId, stranger.userId]).expect(404);
    const kept = bodyOf<{ items: { id: string; userIds: string[] }[] }>(await colleague.get(base(owner)).expect(200));
    expect(kept.items.find((item) => item.id === id)?.userIds).toHaveLength(2);
    expect(bodyOf(await put([colleague.userId]).expect(200))).toMatchObject({ userIds: [colleague.userId] });
    await test.database.query('delete from members where workspace_id = $1 and user_id = $2', [owner.workspaceId, colleague.userId]);
    expect(bodyOf<{ items: { id: string; userIds: string[] }[] }>(await owner.get(base(owner))).items.find((item) => item.id === id)?.userIds).toEqual([]);
  });

  it('are deleted unless they own or influence something', async () => {
    const id = await makeFunction(owner, 'Short-lived');
    const touchpoint = await owner.post(`/workspaces/${owner.workspaceId}/touchpoints`, { name: 'Held by a function' }).expect(201);
    const influence = `/workspaces/${owner.workspaceId}/touchpoints/${(touchpoint.body as { id: string }).id}/influence`;
    await owner.put(influence, { owner: null, functions: [{ functionId: id, degree: 1 }] }).expect(200);
    expect(bodyOf(await owner.delete(`${base(owner)}/${id}`).expect(409))).toMatchObject({ code: 'function_in_use' });
    await owner.delete(influence).expect(204);
    await owner.delete(`${base(owner)}/${id}`).expect(204);
    await owner.delete(`${base(owner)}/${id}`).expect(404);
  });
});
