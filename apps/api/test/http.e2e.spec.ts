import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { AccessService } from '../src/platform/http/access.service.js';
import { createAdapter } from '../src/platform/http/adapter.js';
import { Authenticator } from '../src/platform/http/authenticator.js';
import { PathRecords } from '../src/platform/http/path-records.js';
import { installHooks } from '../src/platform/http/hooks.js';
import { createLog, LOG } from '../src/platform/log/log.js';
import { type Person, register } from './support/client.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let person: Person;
beforeAll(async () => {
  test = await startTestApp();
  person = await register(test);
});
afterAll(() => test.stop());

const problemOf = (answer: { text: string; headers: Record<string, string> }): Record<string, unknown> => {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  return JSON.parse(answer.text) as Record<string, unknown>;
};

const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(test.address).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

describe('the server', () => {
  it('is alive and ready', async () => {
    await request(test.address).get('/healthz').expect(200, { status: 'alive' });
    await request(test.address).get('/readyz').expect(200, { status: 'ready' });
  });

  it('answers HEAD like GET, without a body', async () => {
    const answer = await request(test.address).head('/healthz').expect(200);
    expect(answer.text).toBeUndefined();
  });

  it('keeps a caller\'s request id and makes one otherwise', async () => {
    const given = await request(test.address).get('/api/v1/nothing').set('x-request-id', 'trace-me-12345').expect(404);
    expect(given.headers['x-request-id']).toBe('trace-me-12345');
    expect(problemOf(given)).toMatchObject({ requestId: 'trace-me-12345' });
    const forged = await request(test.address).get('/healthz').set('x-request-id', 'a b<script>');
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends the security headers with errors too', async () => {
    for (const path of ['/healthz', '/api/v1/nothing', '/api/v1/auth/me', '/nowhere.map']) {
      const { headers } = await request(test.address).get(path);
      expect(headers['content-security-policy']).toContain(`default-src 'none'`);
      expect(headers['content-security-policy']).toContain(`require-trusted-types-for 'script';trusted-types default`);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['content-security-policy']).not.toContain('http');
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' });
      expect(headers['strict-transport-security']).toContain('max-age=31536000');
      expect(headers['x-powered-by']).toBeUndefined();
    }
    for (const path of ['/api/v1/auth/me', '/api/v1/nothing', '/healthz', '/readyz', '/api-docs']) expect((await request(test.address).get(path)).headers['cache-control']).toBe('no-store');
  });

  it('answers no other site', async () => {
    const { headers } = await request(test.address).get('/api/v1/auth/me').set({ cookie: person.cookie, origin: 'https://evil.test' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('bad requests', () => {
  const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${test.address}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    return { status: answer.status, text: await answer.text(), headers: Object.fromEntries(answer.headers) };
  };

  it.each([
    ['no JSON', '{"email":', 400, 'bad_request'],
    ['a poisoned prototype', '{"__proto__":{"admin":true},"email":"a@b.test","password":"x"}', 400, 'bad_request'],
    ['no body', '', 400, 'invalid'],
    ['an array', '[]', 400, 'invalid'],
    ['very deep JSON', `{"email":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 400, 'invalid'],
    ['a huge number', '{"email":1e400,"password":"x"}', 400, 'invalid'],
    ['bytes that are no UTF-8', Buffer.from('{"email":"\xff\xfe@b.test","password":"x"}', 'latin1'), 400, 'bad_request'],
    ['more than a stranger may send', `{"email":"${'a'.repeat(66_000)}"}`, 413, 'too_large'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, problemOf(answer)['code']]).toEqual([status, code]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])('refuses the media type %s', async (type) => {
    const answer = await post('a=b', { 'content-type': type });
    expect([answer.status, problemOf(answer)['code']]).toEqual([415, 'unsupported_media']);
  });

  it('refuses a compressed body and more than a megabyte', async () => {
    const compressed = await post(gzipSync('{}'), { 'content-encoding': 'gzip' });
    expect([compressed.status, problemOf(compressed)['code']]).toEqual([415, 'unsupported_media']);
    const name = (length: number) => person.patch('/auth/me', { name: 'a'.repeat(length) });
    expect([(await name(1_000_000)).status, (await name(1_100_000)).status]).toEqual([400, 413]);
  });

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['with too long a boundary', `multipart/form-data; boundary=${'b'.repeat(300)}`, 'x'],
    ['cut short in a file', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid'],
    ['cut short in a name', 'multipart/form-data; boundary=b', '--b\r\nContent-Disp'],
    ['without a part', 'multipart/form-data; boundary=b', '--b--\r\n'],
    ['without anything', 'multipart/form-data; boundary=b', ''],
  ])('refuses a form %s', async (_name, type, body) => {
    const answer = await fetch(`${test.address}/api/v1/workspaces/${person.workspaceId}/imports`, { method: 'POST', headers: { 'content-type': type, cookie: person.cookie, 'sec-fetch-site': 'same-origin' }, body });
    expect(problemOf({ text: await answer.text(), headers: Object.fromEntries(answer.headers) })).toMatchObject({ status: 400 });
  });

  it('takes a byte-order mark', async () => {
    expect((await post(Buffer.from(`\ufeff${JSON.stringify({ email: person.email, password: person.password })}`))).status).toBe(200);
  });

  it('names every field at fault, unknown ones too', async () => {
    const answer = await post(JSON.stringify({ email: 'no address', password: 'x', isAdmin: true }));
    expect(problemOf(answer)).toMatchObject({
      status: 400,
      issues: expect.arrayContaining([
        expect.objectContaining({ path: 'email', code: 'invalid_format' }),
        expect.objectContaining({ path: 'isAdmin', code: 'unknown_field' }),
      ]),
    });
  });

  it('refuses characters that cannot be stored', async () => {
    const answer = await person.patch('/auth/me', { name: 'a\u0000b' });
    expect(answer.status).toBe(400);
  });

  it('answers a malformed address and a malformed request in the same shape', async () => {
    expect(problemOf(await request(test.address).get('/api/v1/%ZZ'))).toMatchObject({ status: 400 });
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400[\s\S]*application\/problem\+json[\s\S]*"code":"bad_request"/);
    expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(70_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431[\s\S]*"code":"headers_too_large"/);
  });
});

describe('access', () => {
  const unknown = '01890000-0000-7000-8000-000000000000';

  it('is checked before the body is read', async () => {
    const broken = (path: string, cookie?: string) =>
      request(test.address).post(path).set({ 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }).send('{broken');
    expect((await broken(`/api/v1/workspaces/${person.workspaceId}/api-keys`)).status).toBe(401);
    expect((await broken(`/api/v1/workspaces/${unknown}/api-keys`, person.cookie)).status).toBe(404);
    expect((await broken(`/api/v1/workspaces/${person.workspaceId}/api-keys`, person.cookie)).status).toBe(400);
  });

  it('answers a malformed id, an unknown one and another workspace\'s alike', async () => {
    const other = await register(test);
    const answers = await Promise.all(['nonsense', unknown, other.workspaceId, `${person.workspaceId}x`].map((id) => person.get(`/workspaces/${id}/members`)));
    for (const answer of answers) {
      expect(problemOf(answer)).toEqual({ ...problemOf(answers[0] ?? answer), requestId: expect.any(String) });
      expect(answer.status).toBe(404);
    }
  });

  it('ignores Accept', async () => {
    expect((await person.get('/auth/me').set('accept', 'text/html')).headers['content-type']).toMatch(/json/);
  });

  it('stops the start when a route says nothing about it', async () => {
    @Controller()
    class Forgetful {
      @Get('open')
      open() {
        return {};
      }
    }
    @Module({ controllers: [Forgetful], providers: [AccessService, { provide: PathRecords, useValue: {} }, { provide: Authenticator, useValue: {} }, { provide: LOG, useValue: createLog({ logLevel: 'silent' }) }] })
    class ForgetfulModule {}
    const app = await NestFactory.create<NestFastifyApplication>(ForgetfulModule, createAdapter({ trustProxy: [] }), { logger: false, bodyParser: false });
    await installHooks(app);
    await expect(app.init()).rejects.toThrow('GET /open has neither @Access nor @Public');
    await app.close();
  });
});

describe('requests from other sites', () => {
  const write = (headers: Record<string, string>) =>
    request(test.address).patch('/api/v1/auth/me').set({ cookie: person.cookie, ...headers }).send({ name: 'Renamed' });
  const port = () => new URL(test.address).port;

  it.each<[string, () => Record<string, string>, number]>([
    ['Sec-Fetch-Site same-origin', () => ({ 'sec-fetch-site': 'same-origin' }), 200],
    ['Sec-Fetch-Site none', () => ({ 'sec-fetch-site': 'none' }), 200],
    ['Sec-Fetch-Site same-site', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['Sec-Fetch-Site cross-site with a fitting Origin', () => ({ 'sec-fetch-site': 'cross-site', origin: test.address }), 403],
    ['a fitting Origin', () => ({ origin: test.address }), 200],
    ['localhost for 127.0.0.1', () => ({ origin: `http://localhost:${port()}` }), 200],
    ['[::1] for 127.0.0.1', () => ({ origin: `http://[::1]:${port()}` }), 200],
    ['another port', () => ({ origin: 'http://localhost:1' }), 403],
    ['another site', () => ({ origin: 'https://evil.test' }), 403],
    ['a host that only begins alike', () => ({ origin: `http://localhost.evil.test:${port()}` }), 403],
    ['Origin null', () => ({ origin: 'null' }), 403],
    ['neither header', () => ({}), 403],
  ])('a cookie write with %s', async (_name, headers, status) => {
    expect((await write(headers())).status).toBe(status);
  });

  it('reading needs no header', async () => {
    expect((await request(test.address).get('/api/v1/auth/me').set('cookie', person.cookie)).status).toBe(200);
  });

  it('signing in from another site is refused, from a program it is not', async () => {
    const login = (headers: Record<string, string>) => request(test.address).post('/api/v1/auth/login').set(headers).send({ email: person.email, password: person.password });
    expect((await login({ origin: 'https://evil.test' })).status).toBe(403);
    expect((await login({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await login({})).status).toBe(200);
  });
});

describe('reports of what a page was kept from', () => {
  const report = JSON.stringify({ 'csp-report': { 'effective-directive': 'script-src', 'blocked-uri': 'inline' } });
  const send = (type: string, body: string, headers: Record<string, string> = {}, path = '/csp-reports') =>
    request(test.address).post(path).set({ 'content-type': type, 'sec-fetch-site': 'same-origin', ...headers }).send(body);

  it('have an address that pages name', async () => {
    const { headers } = await request(test.address).get('/api-docs');
    expect(headers['content-security-policy']).toContain('report-to csp; report-uri /csp-reports');
    expect(headers['reporting-endpoints']).toBe('csp="/csp-reports"');
  });

  it('are taken as browsers send them, and from our own pages only', async () => {
    expect((await send('application/csp-report', report)).status).toBe(204);
    expect((await send('application/reports+json', JSON.stringify([{ type: 'csp-violation', age: 0, url: '', user_agent: '', body: { effectiveDirective: 'img-src' } }]))).status).toBe(204);
    expect((await send('application/csp-report', report, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send('application/csp-report', '{"csp-report":')).status).toBe(400);
    expect((await send('application/csp-report', '{}')).status).toBe(400);
    expect((await send('text/plain', report)).status).toBe(415);
    expect((await send('application/csp-report', `{"csp-report":{"blocked-uri":"${'a'.repeat(70_000)}"}}`)).status).toBe(413);
  });

  it('open no other call to their media types', async () => {
    const login = await send('application/csp-report', JSON.stringify({ email: person.email, password: person.password }), {}, '/api/v1/auth/login');
    expect([login.status, problemOf(login)['code']]).toEqual([415, 'unsupported_media']);
  });

  it('are enough after 20 a minute', async () => {
    // An application that has counted none: no minute ends while these are counted.
    const other = await startTestApp();
    try {
      const sendOne = () => request(other.address).post('/csp-reports').set({ 'content-type': 'application/csp-report', 'sec-fetch-site': 'same-origin' }).send(report);
      for (let sent = 0; sent < 20; sent += 1) expect((await sendOne()).status).toBe(204);
      const last = await sendOne();
      expect([last.status, Number(last.headers['retry-after']) > 0]).toEqual([429, true]);
    } finally {
      await other.stop();
    }
  });
});
