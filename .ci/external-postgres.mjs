import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aptInstall } from './apt.mjs';

const bin = '/usr/lib/postgresql/15/bin';
const password = 'external-test';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Postgres refuses root, so as root it runs as the user that its package made. */
function serverUser() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** A throw-away Postgres 15 of the system; undefined where there is none and none can be installed. */
export async function startExternalPostgres() {
  if (!existsSync(join(bin, 'initdb')) && !aptInstall('postgresql-15')) return undefined;
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'afferent-external-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, data, passwordFile]) if (user.uid) chownSync(path, user.uid, user.gid);
  const options = { ...user, cwd: '/', env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' };
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und', '--no-sync'],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', full_page_writes: 'off' };
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { ...options, stdio: 'ignore', detached: true });
  const exited = new Promise((resolve) => server.once('exit', resolve).once('error', resolve));
  const interrupt = () => server.kill('SIGINT');
  process.once('exit', interrupt);
  const stop = async () => {
    interrupt();
    await exited;
    process.removeListener('exit', interrupt);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; !isReady(data); waited += 100) {
    if (server.exitCode !== null || waited > 300_000) {
      await stop();
      throw new Error('the external Postgres 15 did not start');
    }
    await sleep(100);
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
}

function isReady(data) {
  const path = join(data, 'postmaster.pid');
  return existsSync(path) && readFileSync(path, 'utf8').split('\n')[7]?.trim() === 'ready';
}
