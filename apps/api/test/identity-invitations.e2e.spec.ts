import { createServer, type Server } from 'node:net';
import { anonymous, cookieOf, type Person, register, withCookie } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { until } from './support/until.js';

let test: TestApp;
let owner: Person;
beforeAll(async () => {
  test = await startTestApp();
  owner = await register(test);
});
afterAll(() => test.stop());

let invited = 0;
const address = () => `invited-${(invited += 1)}@example.test`;
const problem = (answer: { text: string }): Record<string, unknown> => JSON.parse(answer.text) as Record<string, unknown>;
const base = () => `/workspaces/${owner.workspaceId}/invitations`;

async function invite(email: string, role = 'editor') {
  const answer = await owner.post(base(), { email, role }).expect(201);
  const { id, link } = answer.body as { id: string; link: string };
  return { id, link, token: link.split('/').at(-1) ?? '', body: answer.body as Record<string, unknown> };
}
const accept = (body: object) => anonymous(test).post('/invitations/accept', body);

describe('inviting', () => {
  it('gives the admin a link when no mail can be sent', async () => {
    const email = address();
    const { body, link } = await invite(email.toUpperCase());
    expect(body).toMatchObject({ email, role: 'editor', expiresAt: expect.any(String) });
    expect(link).toMatch(new RegExp(`^${test.address}/invite/[\\w-]{43}$`));
    const days = (Date.parse(String(body['expiresAt'])) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(7, 2);
  });

  it('is listed and withdrawn', async () => {
    const { id, token } = await invite(address());
    expect((await owner.get(base())).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id })]) });
    await owner.delete(`${base()}/${id}`).expect(204);
    await owner.delete(`${base()}/${id}`).expect(404);
    await anonymous(test).post('/invitations/preview', { token }).expect(404);
  });

  it('again replaces the first link', async () => {
    const email = address();
    const [first, second] = [await invite(email), await invite(email)];
    await accept({ token: first.token, name: 'N', password: 'a decent password' }).expect(404);
    await anonymous(test).post('/invitations/preview', { token: second.token }).expect(200);
  });

  it('refuses members, bad roles and bad addresses', async () => {
    expect(problem(await owner.post(base(), { email: owner.email, role: 'viewer' }).expect(409))).toMatchObject({ code: 'already_member' });
    await owner.post(base(), { email: address(), role: 'owner' }).expect(400);
    await owner.post(base(), { email: 'nobody', role: 'viewer' }).expect(400);
  });
});

describe('accepting', () => {
  it('makes the account of somebody new, once', async () => {
    const email = address();
    const { token } = await invite(email);
    const offer = await anonymous(test).post('/invitations/preview', { token }).expect(200);
    expect(offer.body).toEqual({ email, role: 'editor', workspaceName: expect.any(String), locale: 'en', hasAccount: false });
    expect(problem(await accept({ token }).expect(422))).toMatchObject({ code: 'account_needed' });
    const answer = await accept({ token, name: 'New Person', password: 'a decent password' }).expect(200);
    expect(answer.body).toMatchObject({ user: { email, name: 'New Person' }, workspaces: [{ id: owner.workspaceId, role: 'editor' }] });
    await withCookie(test, cookieOf(answer.headers)).get(`/workspaces/${owner.workspaceId}`).expect(200);
    await accept({ token, name: 'Again', password: 'a decent password' }).expect(404);
  });

  it('adds the workspace to a signed-in account of that address', async () => {
    const person = await register(test);
    const { token } = await invite(person.email, 'viewer');
    expect(problem(await accept({ token, name: 'X', password: 'a decent password' }).expect(409))).toMatchObject({ code: 'account_exists' });
    const answer = await person.post('/invitations/accept', { token }).expect(200);
    expect((answer.body as { workspaces: { id: string; role: string }[] }).workspaces).toContainEqual(expect.objectContaining({ id: owner.workspaceId, role: 'viewer' }));
  });

  it('knows an address in an international domain in either spelling', async () => {
    const [spelled, encoded] = ['olga@почта.рф', 'olga@xn--80a1acny.xn--p1ai'];
    const { token, body } = await invite(encoded);
    expect(body).toMatchObject({ email: spelled });
    expect((await anonymous(test).post('/invitations/preview', { token }).expect(200)).body).toMatchObject({ email: spelled, hasAccount: false });
    const person = await register(test, { email: spelled });
    await person.post('/invitations/accept', { token }).expect(200);
    expect((await owner.get(`/workspaces/${owner.workspaceId}/members`)).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ email: spelled })]) });
    expect(problem(await owner.post(base(), { email: encoded, role: 'viewer' }).expect(409))).toMatchObject({ code: 'already_member' });
  });

  it('is bound to the invited address', async () => {
    const [person, { token }] = [await register(test), await invite(address())];
    expect(problem(await person.post('/invitations/accept', { token }).expect(403))).toMatchObject({ code: 'other_account' });
    await anonymous(test).post('/invitations/preview', { token }).expect(200);
  });

  it('answers unknown, expired and used invitations alike', async () => {
    const { id, token } = await invite(address());
    await test.database.query(`update invitations set expires_at = now() - interval '1 second' where id = $1`, [id]);
    const body = { name: 'N', password: 'a decent password' };
    const [expired, unknown] = [await accept({ token, ...body }), await accept({ token: 'x'.repeat(43), ...body })];
    expect([expired.status, { ...problem(expired), requestId: '' }]).toEqual([404, { ...problem(unknown), requestId: '' }]);
  });

  it('works for one of many at once', async () => {
    const { token } = await invite(address());
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => accept({ token, name: `N${i}`, password: 'a decent password' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 404, 409].includes(status))).toBe(true);
  });

  it('ends with the inviter\'s role', async () => {
    const { token } = await invite(address());
    await test.database.query(`delete from invitations where invited_by = $1`, [owner.userId]);
    await anonymous(test).post('/invitations/preview', { token }).expect(404);
  });
});

/** The smallest mail server that takes a letter. */
function mailSink(): Promise<{ server: Server; letters: string[]; port: number }> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let data = false;
    let letter = '';
    let rest = '';
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data) {
          if (line === '.') {
            letters.push(letter);
            letter = '';
            data = false;
            socket.write('250 kept\r\n');
          } else letter += `${line}\n`;
        } else if (line === 'DATA') {
          data = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else if (line !== '') socket.write('250 ok\r\n');
      }
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ server, letters, port: (server.address() as { port: number }).port })));
}

describe('with a mail server', () => {
  it('sends the link to the invited person and keeps it from the admin', async () => {
    const sink = await mailSink();
    const mailing = await startTestApp({ smtpUrl: `smtp://127.0.0.1:${sink.port}`, publicUrl: 'https://cx.example.test' });
    try {
      const admin = await register(mailing, { workspaceName: 'Bank "A"' });
      const answer = await admin.post(`/workspaces/${admin.workspaceId}/invitations`, { email: 'friend@example.test', role: 'viewer' }).expect(201);
      expect(answer.body).toMatchObject({ link: null });
      await until(() => sink.letters.length, (count) => count >= 1);
      await admin.post(`/workspaces/${admin.workspaceId}/invitations`, { email: 'friend@пример.рф', role: 'viewer' }).expect(201);
      await until(() => sink.letters.length, (count) => count >= 2);
      expect(sink.letters[1]).toContain('To: friend@xn--e1afmkfd.xn--p1ai');
      const letter = (sink.letters[0] ?? '').replaceAll('=\n', '');
      expect(letter).toContain('To: friend@example.test');
      expect(letter).toMatch(/https:\/\/cx\.example\.test\/invite\/[\w-]{43}/);
    } finally {
      await mailing.stop();
      sink.server.close();
    }
  });
});
