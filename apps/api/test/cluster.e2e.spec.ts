import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDataFolder } from '../src/platform/database/cluster/data-folder.js';
import { startEmbeddedCluster, type EmbeddedCluster } from '../src/platform/database/cluster/embedded-cluster.js';
import { freePortFrom } from '../src/platform/database/cluster/free-port.js';
import { serverBinaries } from '../src/platform/database/cluster/server-binaries.js';
import { launchServer } from '../src/platform/database/cluster/server-process.js';
import { asServer } from '../src/platform/database/cluster/server-user.js';
import { ask, askUntilAnswered, removeFolders, temporaryFolder } from './support/data-folders.js';
import { until } from './support/until.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const asRoot = process.getuid?.() === 0;
const running: EmbeddedCluster[] = [];
const children: ChildProcess[] = [];

async function start(dataDir: string, log: string[] = [], port?: number): Promise<EmbeddedCluster> {
  const cluster = await startEmbeddedCluster({ dataDir, log: (line) => log.push(line), fast: true, ...(port ? { port } : {}) });
  running.push(cluster);
  return cluster;
}

/** The application in a process of its own, so that it can be killed. */
async function startProcess(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', here('support/typescript.mjs'), here('support/run-cluster.ts'), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [text] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, url: text.toString().trim() };
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const postmasterFile = (dataDir: string) => join(dataDir, 'postgres', 'postmaster.pid');
const postmasterPid = (dataDir: string) => Number(readFileSync(postmasterFile(dataDir), 'utf8').split('\n')[0]);
const keep = 'create table if not exists kept as select 7 as value';
const kept = 'select value from kept';

afterEach(async () => {
  await Promise.all(running.splice(0).map((cluster) => cluster.stop()));
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await killHard(child);
});
afterAll(removeFolders);

describe('the embedded Postgres', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = join(temporaryFolder(), 'моя data');
  });

  it('keeps its data over a restart, with checksums, Cyrillic words and a private password', async () => {
    const first = await start(dataDir);
    await ask(first.superuserUrl, keep);
    await first.stop();
    const second = await start(dataDir);
    const facts = `select value, current_setting('data_checksums') as checksums, lower('ЁЖ') as lowered, current_setting('listen_addresses') as addresses from kept`;
    expect(await ask(second.superuserUrl, facts)).toEqual([{ value: 7, checksums: 'on', lowered: 'ёж', addresses: '127.0.0.1' }]);
    expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(new URL(second.superuserUrl).password.length).toBeGreaterThanOrEqual(32);
  });

  it('refuses a wrong password', async () => {
    const cluster = await start(dataDir);
    const url = new URL(cluster.superuserUrl);
    url.password = 'password';
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('comes back on the same address when only Postgres is killed, again and again', async () => {
    const log: string[] = [];
    // A range of ports where nobody else looks for a free one while ours is down.
    const cluster = await start(dataDir, log, await freePortFrom(56_000));
    const returns = () => log.filter((line) => line === 'Postgres is back').length;
    await ask(cluster.superuserUrl, keep);
    for (let turn = 1; turn <= 3; turn += 1) {
      process.kill(postmasterPid(dataDir), 'SIGKILL');
      expect(await until(returns, (count) => count === turn)).toBe(turn);
      expect(await askUntilAnswered(cluster.superuserUrl, kept)).toEqual([{ value: 7 }]);
    }
    expect(returns()).toBe(3);
  });

  it('starts again after the application was killed', async () => {
    const { child, url } = await startProcess(dataDir);
    await ask(url, keep);
    await killHard(child);
    expect(await ask((await start(dataDir)).superuserUrl, kept)).toEqual([{ value: 7 }]);
  });

  it('starts again after both were killed', async () => {
    const { child, url } = await startProcess(dataDir);
    await ask(url, keep);
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    await killHard(child);
    expect(await ask((await start(dataDir)).superuserUrl, kept)).toEqual([{ value: 7 }]);
  });

  it('takes over a server that an earlier start left running, and stops it', async () => {
    await (await start(dataDir)).stop();
    const folder = openDataFolder(dataDir);
    const orphan = await launchServer(folder, serverBinaries(folder, () => undefined), { port: await freePortFrom(56_100), fast: true }, () => undefined);
    const log: string[] = [];
    const cluster = await start(dataDir, log);
    expect(log.join()).toContain(`process ${orphan.pid}`);
    expect(new URL(cluster.superuserUrl).port).toBe(String(orphan.port));
    await ask(cluster.superuserUrl, 'select 1');
    await cluster.stop();
    await orphan.exited;
    expect(orphan.running()).toBe(false);
  });

  it('takes the next port when its own is taken, and says so', async () => {
    const port = await freePortFrom(56_200);
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const log: string[] = [];
      const cluster = await start(dataDir, log, port);
      expect(Number(new URL(cluster.superuserUrl).port)).toBeGreaterThan(port);
      expect(log.join()).toContain(`Port ${port} is taken`);
    } finally {
      squatter.close();
    }
  });

  it('refuses a second copy on the same folder in one line', async () => {
    const { child } = await startProcess(dataDir);
    await expect(start(dataDir)).rejects.toThrow(new RegExp(`^Afferent already runs on the data folder .* \\(process ${child.pid}\\).*AFFERENT_DATA_DIR[^\n]*$`));
    expect(readdirSync(dataDir).filter((name) => name.startsWith('afferent.lock'))).toEqual(['afferent.lock']);
  });

  it('lets exactly one of several copies that start at once in', async () => {
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'afferent.lock'), JSON.stringify({ pid: process.pid, life: 'an earlier process with this id', token: 'x' }));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => start(dataDir)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('starts over a postmaster.pid whose id now belongs to a stranger', async () => {
    const cluster = await start(dataDir);
    await ask(cluster.superuserUrl, keep);
    const remains = readFileSync(postmasterFile(dataDir), 'utf8');
    await cluster.stop();
    const { user } = openDataFolder(dataDir);
    const command = asServer(user, 'sleep', ['3600']);
    const stranger = spawn(command.file, command.args, { ...command.options, stdio: 'ignore' });
    children.push(stranger);
    await once(stranger, 'spawn');
    writeFileSync(postmasterFile(dataDir), remains.replace(/^\d+/, String(stranger.pid)));
    expect(await ask((await start(dataDir)).superuserUrl, kept)).toEqual([{ value: 7 }]);
    expect(stranger.exitCode).toBeNull();
  });

  it('refuses data of another major version and names both', async () => {
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start(dataDir)).rejects.toThrow(/made by Postgres 15, and this version of Afferent carries Postgres 18/);
  });

  it('refuses a file in place of the folder and names AFFERENT_DATA_DIR', async () => {
    writeFileSync(dataDir, '');
    await expect(start(dataDir)).rejects.toThrow(/AFFERENT_DATA_DIR/);
  });

  (asRoot ? it : it.skip)('as root, refuses a folder that Postgres cannot reach and leaves its parent closed', async () => {
    const closed = temporaryFolder(0o700);
    await expect(start(join(closed, 'data'))).rejects.toThrow(/^[^\n]*AFFERENT_DATA_DIR[^\n]*$/);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });

  (asRoot ? it : it.skip)('as root, opens no folder that holds other things', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'letter.txt'), 'private');
    chmodSync(dataDir, 0o700);
    await expect(start(dataDir)).rejects.toThrow(/AFFERENT_DATA_DIR/);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });
});
