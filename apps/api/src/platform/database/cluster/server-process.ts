import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { readPostmaster } from './postmaster-file.js';
import { isAlive } from './process-identity.js';
import type { ServerBinaries } from './server-binaries.js';
import { serverArguments, type ServerSettings } from './server-settings.js';
import { asServer } from './server-user.js';

/** A running server, started by us or adopted. */
export interface ServerProcess {
  pid: number;
  port: number;
  exited: Promise<void>;
  running(): boolean;
}

/** A server that ended before it took connections; `lines` are what it wrote into its log, none when it was killed. */
export class LaunchFailed extends Error {
  constructor(readonly lines: readonly string[]) {
    super((lines.find((line) => /FATAL|PANIC|ERROR/.test(line))?.replace(/^.*?(FATAL|PANIC|ERROR): +/, '') ?? lines.at(-1)) || 'it ended without a word');
  }

  get portTaken(): boolean {
    return this.lines.some((line) => /Address already in use|could not bind|could not create any TCP/.test(line));
  }

  /** The old server's remains are still being cleared away by the system. */
  get passing(): boolean {
    return this.lines.some((line) => /lock file .* already exists|still in use|Is another postmaster/.test(line));
  }
}

const logLimit = 10 * 1024 * 1024;

function openLog(path: string): { fd: number; from: number } {
  try {
    if (statSync(path).size > logLimit) renameSync(path, `${path}.1`);
  } catch {
    // The first start has no log yet.
  }
  const fd = openSync(path, 'a', 0o600);
  return { fd, from: statSync(path).size };
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/** Starts Postgres once and waits until it takes connections; recovery after a crash may take as long as it needs. */
export async function launchServer(folder: DataFolder, binaries: ServerBinaries, settings: ServerSettings, log: (line: string) => void): Promise<ServerProcess> {
  const path = join(folder.path, 'postgres.log');
  const { fd, from } = openLog(path);
  const command = asServer(folder.user, binaries.postgres, serverArguments(folder.clusterDir, settings));
  // A session of its own: Ctrl+C in a terminal must reach Postgres after the application has let go of it, not before.
  const child = spawn(command.file, command.args, { ...command.options, detached: true, stdio: ['ignore', fd, fd] });
  const exited = exitOf(child);
  closeSync(fd);
  const pid = child.pid ?? 0;
  let gone = pid === 0;
  void exited.then(() => (gone = true));
  for (let waited = 0; !gone; waited += 50) {
    const postmaster = readPostmaster(folder.clusterDir);
    if (postmaster?.pid === pid && postmaster.ready) return { pid, port: settings.port, exited, running: () => !gone };
    if (waited > 0 && waited % 10_000 === 0) log('Postgres is still recovering after an unclean stop');
    await sleep(50);
  }
  throw new LaunchFailed(readFileSync(path).subarray(from).toString('utf8').trim().split('\n'));
}

/** Watches a server that another process started. */
export function watchServer(pid: number, port: number): ServerProcess {
  const exited = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 200);
    timer.unref();
  });
  return { pid, port, exited, running: () => isAlive(pid) };
}

export function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone, which is what a signal is for.
  }
}

/** A server that is gone gets no signal: its id may belong to somebody else by now. */
export function interruptServer(server: ServerProcess): void {
  if (server.running()) signalServer(server.pid, 'SIGINT');
}

/** Fast shutdown; after `patience` milliseconds an immediate one, which the next start recovers from. */
export async function stopServer(server: ServerProcess, patience = 20_000): Promise<void> {
  interruptServer(server);
  const timer = setTimeout(() => signalServer(server.pid, 'SIGQUIT'), patience);
  await server.exited;
  clearTimeout(timer);
}
