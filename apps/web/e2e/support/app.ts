import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../../api/dist/main.js');
const startLimitMs = 90_000;

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const isReady = async (url: string) => {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
};

const stopProcess = async (child: ChildProcess) => {
  if (child.exitCode != null || child.signalCode != null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(late);
};

export interface RunningApp {
  url: string;
  stop: () => Promise<void>;
}

/** Starts the built application on an empty data folder of its own and a free port. */
export const startApp = async (environment: Record<string, string> = {}): Promise<RunningApp> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'afferent-story-'));
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { DATABASE_URL: _external, ...inherited } = process.env;
  const output: string[] = [];
  const child = spawn(process.execPath, [main], { env: { ...inherited, AFFERENT_DATA_DIR: dataDir, AFFERENT_DEMO: 'no', PORT: String(port), ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));

  const stop = async () => {
    await stopProcess(child);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const deadline = Date.now() + startLimitMs;
  while (!(await isReady(url))) {
    if (child.exitCode != null || Date.now() > deadline) {
      await stop();
      throw new Error(`The application did not start:\n${output.join('').slice(-4000)}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 150); });
  }
  return { url, stop };
};
