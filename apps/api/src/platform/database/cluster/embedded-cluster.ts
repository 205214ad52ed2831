import { bringUp, type BringUp } from './bring-up.js';
import { openDataFolder } from './data-folder.js';
import { acquireDataLock } from './data-lock.js';
import { ensureCluster, superuser } from './init-cluster.js';
import { serverBinaries } from './server-binaries.js';
import { interruptServer, stopServer, type ServerProcess } from './server-process.js';

export interface EmbeddedClusterOptions {
  dataDir: string;
  log: (line: string) => void;
  /** where to look for a free port of 127.0.0.1 from */
  port?: number;
  /** for tests on throw-away data: no fsync */
  fast?: boolean;
}

export interface EmbeddedCluster {
  superuserUrl: string;
  stop(): Promise<void>;
  /** Called once, when Postgres is gone and could not be brought back; the application should exit. */
  onUnexpectedExit(listener: (error: Error) => void): void;
}

const defaultPort = 54_320;
const shortLife = 2_000;
const mostShortLives = 5;

/**
 * Runs the Postgres that comes with the application on `dataDir` and keeps it running: a server that dies alone is
 * restarted on the same port. Throws `StartRefused` with one line when it cannot.
 */
export async function startEmbeddedCluster({ dataDir, log, port = defaultPort, fast = false }: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const folder = openDataFolder(dataDir);
  const lock = await acquireDataLock(folder.path);
  let task: BringUp;
  let server: ServerProcess;
  try {
    const binaries = serverBinaries(folder, log);
    task = { folder, binaries, password: ensureCluster(folder, binaries, fast), fast, log };
    server = await bringUp(task, port, false);
  } catch (error) {
    lock.release();
    throw error;
  }
  const listeners: ((error: Error) => void)[] = [];
  let stopping: Promise<void> | undefined;
  let shortLives = 0;
  let reviving: Promise<void> = Promise.resolve();

  const watch = (watched: ServerProcess, since: number) => {
    void watched.exited.then(() => {
      if (!stopping) reviving = revive(Date.now() - since);
    });
  };
  const revive = async (lived: number) => {
    log('Postgres stopped unexpectedly: restarting it');
    try {
      shortLives = lived < shortLife ? shortLives + 1 : 0;
      if (shortLives >= mostShortLives) throw new Error(`Postgres keeps stopping (see ${folder.path}/postgres.log)`);
      server = await bringUp(task, server.port, true);
      log('Postgres is back');
      watch(server, Date.now());
    } catch (error) {
      for (const listener of listeners) listener(error instanceof Error ? error : new Error(String(error)));
    }
  };
  watch(server, Date.now());

  const onExit = () => {
    interruptServer(server);
    lock.release();
  };
  process.once('exit', onExit);

  const shutDown = async () => {
    await reviving;
    await stopServer(server);
    process.removeListener('exit', onExit);
    lock.release();
  };
  return {
    superuserUrl: `postgres://${superuser}:${encodeURIComponent(task.password)}@127.0.0.1:${server.port}/postgres`,
    stop: () => (stopping ??= shutDown()),
    onUnexpectedExit: (listener) => void listeners.push(listener),
  };
}
