import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config/config.js';
import { type Child, start } from './support/child.js';
import { until } from './support/until.js';

let folder: string;
const running: Child[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afferent-start-'));
  await chmod(folder, 0o711);
});
afterAll(async () => {
  for (const child of running) child.process.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const boot = (environment: Record<string, string>): Child => {
  const child = start('src/main.ts', [], { AFFERENT_DATA_DIR: join(folder, 'data'), AFFERENT_DEMO: 'no', PORT: '0', LOG_LEVEL: 'info', ...environment });
  running.push(child);
  return child;
};
const one = (lines: string): string[] => lines.trim().split('\n');

describe('settings that cannot be used', () => {
  it.each([
    ['PORT', 'eighty', /^PORT: must be a port number$/],
    ['PORT', '70000', /^PORT: /],
    ['PORT', '0x50', /^PORT: must be a port number$/],
    ['AFFERENT_DEMO', 'maybe', /^AFFERENT_DEMO: /],
    ['DATABASE_URL', 'mysql://x', /^DATABASE_URL: must be a URL that starts with postgres:\/\/ or postgresql:\/\/$/],
    ['TRUST_PROXY', '10.0.0.0/99', /^TRUST_PROXY: must be addresses or networks/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL: /],
    ['PUBLIC_URL', 'cx.example.test', /^PUBLIC_URL: must be a URL/],
    ['SMTP_URL', 'smtp://mail.test', /^PUBLIC_URL: is needed beside SMTP_URL/],
  ])('%s=%s is refused by its name', (name, value, line) => {
    expect(() => readConfig({ [name]: value })).toThrow(line);
  });

  it('stop the start in one line', async () => {
    const child = boot({ PORT: 'eighty' });
    expect(await child.exited).toBe(1);
    expect(child.output()).toBe('PORT: must be a port number\n');
  });

  it('that are empty count as absent, and the demo depends on where we run', () => {
    expect(readConfig({ PORT: '', HOST: '' })).toMatchObject({ port: 3000, host: undefined, demo: true });
    expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: 'postgres://a@b/c' }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: 'postgres://a@b/c', AFFERENT_DEMO: 'yes' }).demo).toBe(true);
    expect(readConfig({ PUBLIC_URL: 'https://cx.example.test/' }).publicUrl).toBe('https://cx.example.test');
    expect(readConfig({ TRUST_PROXY: '127.0.0.2/32, ::1' }).trustProxy).toEqual(['127.0.0.2/32', '::1']);
  });
});

describe('the running application', () => {
  it('starts, answers on both loopback addresses, finishes what it began and stops', async () => {
    const child = boot({});
    const [, port = ''] = await child.prints(/ready at http:\/\/localhost:(\d+)/);
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) expect((await fetch(`http://${host}:${port}/readyz`)).status).toBe(200);

    const slow = connect(Number(port), '127.0.0.1');
    const body = JSON.stringify({ email: 'somebody@example.test', password: 'super-secret-password', name: 'N', workspaceName: 'W' });
    slow.write(`POST /api/v1/auth/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n${body.slice(0, 20)}`);
    const idle = connect(Number(port), '127.0.0.1');
    await Promise.all([once(slow, 'connect'), once(idle, 'connect')]);
    let text = '';
    slow.on('data', (part) => (text += part.toString()));
    const closed = once(slow, 'close');
    // By this the server says that it has begun with the request.
    await until(() => text, (sofar) => sofar.startsWith('HTTP/1.1 100 Continue\r\n\r\n'));
    child.process.kill('SIGTERM');
    await child.prints(/Stopping/);
    slow.write(body.slice(20));
    await closed;
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201/);
    expect(await child.exited).toBe(0);
    idle.destroy();

    const log = child.output();
    expect(log).toContain('"route":"/api/v1/auth/register","status":201');
    expect(log).not.toContain('super-secret-password');
    expect(log).not.toContain('somebody@example.test');
    const password = (await readFile(join(folder, 'data/postgres-password'), 'utf8').catch(() => 'no such file')).trim();
    expect(log).not.toContain(password);
  }, 900_000);

  it('says in one line that the port is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const child = boot({ PORT: String(port) });
    expect(await child.exited).toBe(1);
    expect(one(child.output()).at(-1)).toBe(`Port ${port} is taken; set PORT to another one, for example PORT=${port + 1}`);
    other.close();
  }, 900_000);
});
