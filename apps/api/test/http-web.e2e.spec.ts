import { connect } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { type Child, start } from './support/child.js';

let folder: string;
let server: Child;
let address: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afferent-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><html><head><title>Afferent</title></head><body></body></html>');
  await writeFile(join(folder, 'assets/app-1a2b3c.js'), 'export const a = 1;');
  await writeFile(join(folder, 'assets/app-1a2b3c.js.map'), '{}');
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  server = start('test/support/web-server.ts', [folder]);
  address = (await server.prints(/http:\S+/))[0];
});
afterAll(async () => {
  server.process.kill();
  await server.exited;
  await rm(folder, { recursive: true });
});

/** The answer to an address exactly as it is written: clients tidy up. */
const raw = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`));
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

describe('the web application', () => {
  it.each(['/', '/journeys/123', '/invite/AbC-_x'])('is the page for %s, each time with a nonce of its own', async (path) => {
    const [first, second] = [await request(address).get(path).expect(200), await request(address).get(path)];
    const nonces = [first, second].map(({ text }) => /<meta property="csp-nonce" nonce="([\w-]{22})" \/>/.exec(text)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
    expect(first.headers['content-security-policy']).toContain(`script-src 'self';`);
    expect(first.headers['content-security-policy']).not.toContain('unsafe');
    expect(first.headers['cache-control']).toBe('no-store');
  });

  it('has files that may be kept for ever by their hash, and others that may not', async () => {
    const asset = await request(address).get('/assets/app-1a2b3c.js').expect(200).expect('content-type', /javascript/);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await request(address).get('/favicon.svg').expect(200)).headers['cache-control']).toBe('public, max-age=0');
  });

  it.each(['/assets/app-1a2b3c.js.map', '/assets/gone.js', '/api', '/api/v1/nothing', '/api/anything/else', '/.env', '/..%2f..%2fpackage.json', '/assets/..%2f..%2fpackage.json', '/index.html.map', '/.git/config',
    '//', '///', '//[', '//api/v1/auth/me', '/API/v1/auth/me', '/api%2fv1/auth/me', '/%00', '/\\evil.test'])(
    'never is the page for %s', async (path) => {
      const answer = await raw(path);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).toMatch(/content-type: application\/problem\+json/);
    });
});
