import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { freePortFrom } from './free-port.js';
import { superuser } from './init-cluster.js';
import { disownPostmaster, readPostmaster, type Postmaster } from './postmaster-file.js';
import type { ServerBinaries } from './server-binaries.js';
import { LaunchFailed, launchServer, signalServer, watchServer, type ServerProcess } from './server-process.js';
import { reason, StartRefused } from './start-refused.js';

export interface BringUp {
  folder: DataFolder;
  binaries: ServerBinaries;
  password: string;
  fast: boolean;
  log: (line: string) => void;
}

const patience = 10_000;

/** The orphan's version when it answers to our password, else undefined. */
async function versionOf(postmaster: Postmaster, password: string): Promise<string | undefined> {
  const client = new Client({ host: '127.0.0.1', port: postmaster.port, user: superuser, password, database: 'postgres', connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A server left by a killed application: taken over when it is whole and of our version, else asked to stop. */
async function takeOver(postmaster: Postmaster, { binaries, password, log }: BringUp): Promise<ServerProcess | undefined> {
  const version = postmaster.ready ? await versionOf(postmaster, password) : undefined;
  if (version === binaries.version) {
    log(`Postgres of an earlier start is still running (process ${postmaster.pid}): using it`);
    return watchServer(postmaster.pid, postmaster.port);
  }
  if (version) signalServer(postmaster.pid, 'SIGINT');
  return undefined;
}

/**
 * Gets a server running whatever the last one left behind. `port` is where to look for a free one from; with `samePort`
 * nothing else will do, because connections already know it.
 */
export async function bringUp(task: BringUp, port: number, samePort: boolean): Promise<ServerProcess> {
  const { folder, binaries, fast, log } = task;
  let from = port;
  let deadline = Date.now() + patience;
  let asked = false;
  for (;;) {
    const found = readPostmaster(folder.clusterDir);
    let trouble = '';
    if (found?.live) {
      const server = await takeOver(found, task);
      if (server) return server;
      trouble = `process ${found.pid} still runs on ${folder.clusterDir} and does not answer`;
      if (Date.now() > deadline && !asked) {
        asked = true;
        signalServer(found.pid, 'SIGINT');
        deadline = Date.now() + 3 * patience;
      }
    } else {
      if (found) disownPostmaster(folder.clusterDir);
      const chosen = samePort ? port : await freePortFrom(from);
      try {
        const server = await launchServer(folder, binaries, { port: chosen, fast }, log);
        if (chosen !== port) log(`Port ${port} is taken: Postgres listens on ${chosen}`);
        return server;
      } catch (error) {
        if (!(error instanceof LaunchFailed)) throw error;
        trouble = reason(error);
        if (error.portTaken && !samePort) from = chosen + 1;
        else if (!error.passing && !error.portTaken) deadline = 0;
      }
    }
    if (Date.now() > deadline) throw new StartRefused(`Postgres did not start: ${trouble} (see ${folder.path}/postgres.log)`);
    await sleep(250);
  }
}
