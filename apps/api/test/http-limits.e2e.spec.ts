import { once } from 'node:events';
import { connect } from 'node:net';
import type { Pool } from 'pg';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { type Person, register } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { until } from './support/until.js';

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

/** Units of work that do theirs and then stay open until they are let go. */
async function keptOpen(count: number, work: (unit: UnitOfWork) => Promise<unknown>): Promise<() => Promise<void>> {
  const unit = test.app.get(UnitOfWork);
  let free = () => undefined as void;
  const held = new Promise<void>((resolve) => (free = resolve));
  const ended: Promise<void>[] = [];
  const opened = Array.from({ length: count }, () => new Promise<void>((resolve, reject) => {
    const whole = unit.runSystem(async () => {
      await work(unit);
      resolve();
      await held;
    });
    whole.catch(reject);
    ended.push(whole);
  }));
  await Promise.all(opened);
  return async () => {
    free();
    await Promise.all(ended);
  };
}

describe('when the database has no room', () => {
  it('answers 503 with Retry-After within seconds, and goes on afterwards', async () => {
    const { connectionTimeoutMillis, max } = (Reflect.get(test.app.get(DataSource).driver, 'master') as Pool).options;
    expect([connectionTimeoutMillis, max]).toEqual([3_000, 3]);
    const letGo = await keptOpen(3, async () => undefined);
    // Nothing is given back before the answers are there.
    const [answer, ready, alive] = await Promise.all([person.get('/auth/me'), request(test.address).get('/readyz'), request(test.address).get('/healthz')]);
    expect([answer.status, ready.status, alive.status]).toEqual([503, 503, 200]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(problem(answer)).toMatchObject({ code: 'unavailable' });
    await letGo();
    await person.get('/auth/me').expect(200);
  });

  it('answers 503 when a lock is not to be had', async () => {
    const letGo = await keptOpen(1, (unit) => unit.query('select 1 from users where id = $1 for update', [person.userId]));
    const answer = await person.patch('/auth/me', { name: 'Waits' });
    await letGo();
    expect([answer.status, problem(answer)['code']]).toEqual([503, 'unavailable']);
  });
});

describe('when the database goes away and comes back', () => {
  it('loses connections, not the service', async () => {
    const there = `pid from pg_stat_activity where usename = 'afferent_app' and datname = current_database()`;
    const before = await test.database.query<{ pid: number }>(`select ${there}`);
    await test.database.query(`select pg_terminate_backend(pid) from (select ${there}) connections`);
    const gone = () => test.database.query<{ pid: number }>(`select ${there} and pid = any($1)`, [before.map(({ pid }) => pid)]);
    expect(before.length).toBeGreaterThan(0);
    await until(gone, (left) => left.length === 0);
    const statuses: number[] = [];
    // Each of the three connections that died can cost one answer.
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
  });
});
