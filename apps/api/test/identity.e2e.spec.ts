import { anonymous, register } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

describe('POST /auth/register', () => {
  it('makes a user with a workspace and a session', async () => {
    const person = await register(test);
    const me = await person.get('/auth/me').expect(200);
    expect(me.body).toMatchObject({ user: { id: person.userId, email: person.email }, workspaces: [{ id: person.workspaceId, role: 'admin' }] });
  });

  it('names a known e-mail', async () => {
    const person = await register(test);
    const again = await anonymous(test).post('/auth/register', { email: person.email.toUpperCase(), password: 'another password 1', name: 'X', workspaceName: 'Y' });
    expect(again.status).toBe(409);
    expect(JSON.parse(again.text)).toMatchObject({ code: 'email_taken' });
  });
});
