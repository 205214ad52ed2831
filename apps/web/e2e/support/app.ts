import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../../api/dist/main.js');
const startLimitMs = 400_000;
const stopLimitMs = 60_000;

const stopProcess = async (child: ChildProcess) => {
  if (child.exitCode != null || child.signalCode != null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
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
  const { DATABASE_URL: _external, ...inherited } = process.env;
  const output: string[] = [];
  const child = spawn(process.execPath, [main], { env: { ...inherited, AFFERENT_DATA_DIR: dataDir, AFFERENT_DEMO: 'no', PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));

  const stop = async () => {
    await stopProcess(child);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const url = /ready at (http:\/\/localhost:\d+)\s/.exec(output.join(''))?.[1];
    if (url !== undefined) return { url, stop };
    if (child.exitCode != null || Date.now() > deadline) {
      await stop();
      throw new Error(`The application did not start:\n${output.join('').slice(-4000)}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 150); });
  }
};
