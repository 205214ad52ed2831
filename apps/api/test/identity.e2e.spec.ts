import { DataSource } from 'typeorm';
import { anonymous, cookieOf, type Person, register, withCookie } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const problem = (answer: { text: string }): Record<string, unknown> => JSON.parse(answer.text) as Record<string, unknown>;
const signIn = (email: string, password: string) => anonymous(test).post('/auth/login', { email, password });
/** Each test of sign-in comes from its own address as far as the limits go. */
const forgetAttempts = () => test.database.query('delete from rate_limits');
beforeEach(forgetAttempts);

const newcomer = (overrides: Record<string, unknown> = {}) => ({
  email: `new-${Math.random().toString(36).slice(2)}@example.test`, password: 'correct horse battery', name: 'Анна Каренина', workspaceName: 'Bank', ...overrides,
});

describe('POST /auth/register', () => {
  it('makes a user, a workspace and a session', async () => {
    const answer = await anonymous(test).post('/auth/register', newcomer({ locale: 'ru', timezone: 'Europe/Moscow' })).expect(201);
    const { user, workspace } = answer.body as { user: { id: string }; workspace: { id: string } };
    const me = await withCookie(test, cookieOf(answer.headers)).get('/auth/me').expect(200);
    expect(me.body).toEqual({
      user: { id: user.id, email: expect.any(String), name: 'Анна Каренина', locale: 'ru' },
      workspaces: [{ id: workspace.id, name: 'Bank', role: 'admin', locale: 'ru', timezone: 'Europe/Moscow' }],
    });
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await anonymous(test).post('/auth/register', newcomer()).expect(201);
    expect(String(headers['set-cookie'])).toMatch(/^__Host-afferent=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('names a known e-mail, whatever its case', async () => {
    const person = await register(test);
    const again = await anonymous(test).post('/auth/register', newcomer({ email: ` ${person.email.toUpperCase()} ` })).expect(409);
    expect(problem(again)).toMatchObject({ code: 'email_taken' });
  });

  it('takes an address in an international domain, and knows it in either spelling', async () => {
    const [spelled, encoded] = ['anna@пример.рф', 'anna@xn--e1afmkfd.xn--p1ai'];
    const { password, ...rest } = newcomer({ email: spelled });
    const { body } = await anonymous(test).post('/auth/register', { password, ...rest }).expect(201);
    expect(body).toMatchObject({ user: { email: spelled } });
    for (const email of [spelled, encoded, ' ANNA@Пример.РФ ']) {
      expect((await signIn(email, password).expect(200)).body).toMatchObject({ user: { email: spelled } });
      expect(problem(await anonymous(test).post('/auth/register', newcomer({ email })).expect(409))).toMatchObject({ code: 'email_taken' });
    }
    expect(await test.database.query('select email from users where email like $1', ['anna@%'])).toEqual([{ email: encoded }]);
  });

  it('lets one of two at once win', async () => {
    const body = newcomer();
    const answers = await Promise.all([1, 2, 3].map(() => anonymous(test).post('/auth/register', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    ['a short password', { password: 'seven77' }, 400, 'password'],
    ['a password beyond 200 characters', { password: 'x'.repeat(201) }, 400, 'password'],
    ['a common password', { password: 'Password123' }, 422, 'password'],
    ['the address as a password', { email: 'anna@пример.рф', password: 'anna@пример.рф' }, 422, 'password'],
    ['no address', { email: 'nobody' }, 400, 'email'],
    ['a domain that none can be', { email: 'anna@пример' }, 400, 'email'],
    ['an unknown zone', { timezone: 'Mars/Olympus' }, 400, 'timezone'],
    ['a language we do not speak', { locale: 'de' }, 400, 'locale'],
    ['an empty name', { name: '   ' }, 400, 'name'],
    ['a field of its own making', { role: 'admin' }, 400, 'role'],
  ])('refuses %s', async (_name, change, status, path) => {
    const answer = await anonymous(test).post('/auth/register', newcomer(change));
    expect(answer.status).toBe(status);
    expect(problem(answer)).toMatchObject({ issues: [expect.objectContaining({ path })] });
  });

  it('takes long passwords, spaces and emoji as they are', async () => {
    const password = `${' 🐎'.repeat(30)} tail`;
    const body = newcomer({ password });
    await anonymous(test).post('/auth/register', body).expect(201);
    await signIn(body.email, password).expect(200);
    await signIn(body.email, password.slice(0, -1)).expect(401);
  });

  it('is limited to 60 an hour and address', async () => {
    await test.database.query(`insert into rate_limits values ('register-address:127.0.0.1', 60, $1)`, [Date.now() + 3_600_000]);
    const answer = await anonymous(test).post('/auth/register', newcomer()).expect(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(problem(answer)).toMatchObject({ code: 'too_many_attempts' });
  });
});

describe('POST /auth/login', () => {
  it('answers the user and the workspaces', async () => {
    const person = await register(test);
    const answer = await signIn(person.email, person.password).expect(200);
    expect(answer.body).toMatchObject({ user: { id: person.userId }, workspaces: [{ id: person.workspaceId, role: 'admin' }] });
    await withCookie(test, cookieOf(answer.headers)).get('/auth/me').expect(200);
  });

  it('answers every wrong pair alike', async () => {
    const person = await register(test);
    const [wrong, unknown] = [await signIn(person.email, 'not the password'), await signIn('nobody@example.test', 'not the password')];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...problem(wrong), requestId: '' }).toEqual({ ...problem(unknown), requestId: '' });
  });

  it('gives a new session and ends the one that came along', async () => {
    const person = await register(test);
    const answer = await person.post('/auth/login', { email: person.email, password: person.password }).expect(200);
    expect(cookieOf(answer.headers)).not.toBe(person.cookie);
    await person.get('/auth/me').expect(401);
  });

  it('never accepts a session that somebody planted', async () => {
    const person = await register(test);
    const planted = withCookie(test, `__Host-afferent=${'a'.repeat(43)}`);
    const answer = await planted.post('/auth/login', { email: person.email, password: person.password }).expect(200);
    expect(cookieOf(answer.headers)).not.toContain('a'.repeat(43));
    await planted.get('/auth/me').expect(401);
  });

  it('stops after 10 tries at one account, even all at once, and lets go when the window ends', async () => {
    const person = await register(test);
    const answers = await Promise.all(Array.from({ length: 25 }, () => signIn(person.email, 'wrong password')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
    await signIn(person.email, person.password).expect(429);
    await test.database.query('update rate_limits set expire = $1', [Date.now() - 1]);
    await signIn(person.email, person.password).expect(200);
  });

  it('stops after 30 tries from one address, whatever X-Forwarded-For says', async () => {
    const attempt = (i: number) => signIn(`somebody-${i}@example.test`, 'wrong password').set('x-forwarded-for', `10.0.0.${i}`);
    const answers = await Promise.all(Array.from({ length: 35 }, (_, i) => attempt(i)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('is refused with 400 for a body without password', async () => {
    const answer = await anonymous(test).post('/auth/login', { email: 'a@example.test' }).expect(400);
    expect(problem(answer)).toMatchObject({ code: 'invalid', issues: [{ path: 'password' }] });
  });
});

describe('sessions', () => {
  let person: Person;
  beforeEach(async () => {
    person = await register(test);
  });
  const another = async () => withCookie(test, cookieOf((await signIn(person.email, person.password).expect(200)).headers));

  it('end by signing out', async () => {
    const answer = await person.post('/auth/logout').expect(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/__Host-afferent=;.*Expires=Thu, 01 Jan 1970/);
    await person.get('/auth/me').expect(401);
    await person.post('/auth/logout').expect(401);
  });

  it('are listed, and end one by one or all others', async () => {
    const [second, third] = [await another(), await another()];
    const { items } = (await person.get('/auth/sessions').expect(200)).body as { items: { id: string; current: boolean }[] };
    expect(items).toHaveLength(3);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const own = ((await second.get('/auth/sessions')).body as typeof answerShape).items.find(({ current }) => current);
    await person.delete(`/auth/sessions/${own?.id}`).expect(204);
    await second.get('/auth/me').expect(401);
    await person.delete('/auth/sessions').expect(204);
    await third.get('/auth/me').expect(401);
    await person.get('/auth/me').expect(200);
  });
  const answerShape = { items: [{ id: '', current: false }] };

  it('of others cannot be ended', async () => {
    const stranger = await register(test);
    const { items } = (await stranger.get('/auth/sessions')).body as typeof answerShape;
    await person.delete(`/auth/sessions/${items[0]?.id}`).expect(404);
    await stranger.get('/auth/me').expect(200);
  });

  it.each([
    ['12 hours without use', `last_seen_at = now() - interval '12 hours 1 minute'`],
    ['14 days', `expires_at = now() - interval '1 second'`],
  ])('end after %s', async (_name, change) => {
    await test.database.query(`update sessions set ${change} where user_id = $1`, [person.userId]);
    await person.get('/auth/me').expect(401);
  });

  it('that are dead go at the next sign-in', async () => {
    await test.database.query(`update sessions set last_seen_at = now() - interval '13 hours' where user_id = $1`, [person.userId]);
    await another();
    expect(await test.database.query('select 1 from sessions where user_id = $1', [person.userId])).toHaveLength(1);
  });

  it('stay alive by use', async () => {
    await test.database.query(`update sessions set last_seen_at = now() - interval '11 hours' where user_id = $1`, [person.userId]);
    await person.get('/auth/me').expect(200);
    const [row] = await test.database.query<{ fresh: boolean }>(`select last_seen_at > now() - interval '1 minute' as fresh from sessions where user_id = $1`, [person.userId]);
    expect(row?.fresh).toBe(true);
  });

  it('are stored as hashes only', async () => {
    const secret = person.cookie.split('=')[1] ?? '';
    const rows = await test.database.query<{ text: string }>('select s::text as text from sessions s');
    expect(rows.some(({ text }) => text.includes(secret) || text.includes(Buffer.from(secret).toString('hex')))).toBe(false);
  });
});

describe('one\'s own account', () => {
  it('can be renamed and switched to another language', async () => {
    const person = await register(test);
    const answer = await person.patch('/auth/me', { name: 'Мария', locale: 'ru' }).expect(200);
    expect(answer.body).toMatchObject({ user: { name: 'Мария', locale: 'ru', email: person.email } });
    await person.patch('/auth/me', {}).expect(200);
    await person.patch('/auth/me', { email: 'other@example.test' }).expect(400);
    await anonymous(test).patch('/auth/me', { name: 'X' }).expect(401);
  });

  it('gets a new password against the old one, and every session ends but the new one', async () => {
    const person = await register(test);
    const other = withCookie(test, cookieOf((await signIn(person.email, person.password)).headers));
    const change = (currentPassword: string, newPassword: string) => person.post('/auth/password', { currentPassword, newPassword });
    expect(problem(await change('wrong one', 'a better password').expect(422))).toMatchObject({ code: 'wrong_password' });
    expect(problem(await change(person.password, '1234567890').expect(422))).toMatchObject({ code: 'password_too_common', issues: [{ path: 'newPassword' }] });
    await change(person.password, 'short').expect(400);
    const done = await change(person.password, 'a better password').expect(204);
    await Promise.all([person.get('/auth/me').expect(401), other.get('/auth/me').expect(401)]);
    await withCookie(test, cookieOf(done.headers)).get('/auth/me').expect(200);
    await signIn(person.email, person.password).expect(401);
    await signIn(person.email, 'a better password').expect(200);
  });
});

describe('connections to the database', () => {
  it('keep nothing that a pooler would hand to somebody else', async () => {
    const person = await register(test);
    await Promise.all(Array.from({ length: 5 }, () => signIn(person.email, person.password)));
    const dataSource = test.app.get(DataSource);
    const whole = Array.from({ length: 10 }, () => dataSource.createQueryRunner());
    const left: unknown[][] = await Promise.all(whole.map((runner) => runner.query(
      `select name from pg_prepared_statements union all select objid::text from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
       union all select channel from pg_listening_channels() as channel union all select relname from pg_class where relpersistence = 't'`,
    )));
    await Promise.all(whole.map((runner) => runner.release()));
    expect(left.flat()).toEqual([]);
  });
});
