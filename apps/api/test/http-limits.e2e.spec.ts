import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { type Person, register } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let person: Person;
let proxied: TestApp;
beforeAll(async () => {
  test = await startTestApp({ databasePool: 3 });
  person = await register(test);
  proxied = await startTestApp({ trustProxy: ['127.0.0.1/32'] });
});
afterAll(async () => {
  await test.stop();
  await proxied.stop();
});

const problem = (answer: { text: string }): Record<string, unknown> => JSON.parse(answer.text) as Record<string, unknown>;

describe('when the database has no room', () => {
  it('answers 503 with Retry-After within seconds, and goes on afterwards', async () => {
    const unit = test.app.get(UnitOfWork);
    let free = () => undefined as void;
    const held = new Promise<void>((resolve) => (free = resolve));
    const holders = [1, 2, 3].map(() => unit.runSystem(() => held));
    await sleep(100);
    const began = Date.now();
    const [answer, ready, alive] = await Promise.all([person.get('/auth/me'), request(test.address).get('/readyz'), request(test.address).get('/healthz')]);
    expect([answer.status, ready.status, alive.status]).toEqual([503, 503, 200]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(problem(answer)).toMatchObject({ code: 'unavailable' });
    expect(Date.now() - began).toBeLessThan(6_000);
    free();
    await Promise.all(holders);
    await person.get('/auth/me').expect(200);
  });

  it('answers 503 when a lock is not to be had', async () => {
    const unit = test.app.get(UnitOfWork);
    let free = () => undefined as void;
    const held = new Promise<void>((resolve) => (free = resolve));
    const holder = unit.runSystem(async () => {
      await unit.query('select 1 from users where id = $1 for update', [person.userId]);
      await held;
    });
    await sleep(100);
    const answer = await person.patch('/auth/me', { name: 'Waits' });
    free();
    await holder;
    expect([answer.status, problem(answer)['code']]).toEqual([503, 'unavailable']);
  });
});

describe('when the database goes away and comes back', () => {
  it('loses connections, not the service', async () => {
    await test.database.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'afferent_app' and datname = current_database()`);
    await sleep(200);
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await person.get('/auth/me')).status);
    expect(statuses.at(-1)).toBe(200);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
  });
});

describe('addresses behind a proxy', () => {
  const attempt = (app: TestApp, from: string) =>
    request(app.address).post('/api/v1/auth/login').set('x-forwarded-for', from).send({ email: `${from}@example.test`, password: 'wrong password' });

  it('are believed from a trusted proxy only', async () => {
    for (let i = 0; i < 31; i += 1) await attempt(proxied, `10.0.0.${i}`).expect(401);
    for (let i = 0; i < 30; i += 1) await attempt(proxied, '10.1.1.1').set('x-forwarded-for', '203.0.113.9, 10.1.1.1');
    expect((await attempt(proxied, '10.1.1.1')).status).toBe(429);
  });
});

describe('slow clients', () => {
  it('are limited in time for headers and bodies', () => {
    const server = test.app.getHttpServer() as { headersTimeout: number; requestTimeout: number; timeout: number };
    expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([10_000, 0, 120_000]);
  });

  it('that stop in the middle of the headers are cut off', async () => {
    const socket = connect(Number(new URL(test.address).port), '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    let text = '';
    socket.on('data', (part) => (text += part.toString()));
    await once(socket, 'close');
    expect(text).toMatch(/^HTTP\/1\.1 408/);
    expect(text).toContain('"status":408');
  }, 30_000);
});
