// Boots the built API as an operator would: a first start with the demo, a second start on the same data, each stopped by a signal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, say } from '../apps/api/bin/workspace.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'afferent-boot-'));
const port = 20_000 + (process.pid % 20_000);

async function boot(signal, patience) {
  const began = Date.now();
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/main.js')], {
    cwd: tmpdir(),
    env: { ...process.env, PORT: String(port), AFFERENT_DATA_DIR: dataDir, DATABASE_URL: '', NODE_ENV: '' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const gone = once(child, 'exit');
  const give = () => child.kill('SIGKILL');
  process.once('exit', give);
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      if (answer?.ok) break;
      if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
      if (Date.now() - began > patience) throw new Error(`it was not ready after ${patience / 1000} s`);
      await sleep(100);
    }
    const ready = Date.now() - began;
    child.kill(signal);
    const [code, killedBy] = await Promise.race([gone, sleep(20_000).then(() => ['none within 20 s', null])]);
    if (code !== 0) throw new Error(`after ${signal} its exit code was ${code ?? killedBy}`);
    return ready;
  } finally {
    give();
    process.removeListener('exit', give);
  }
}

const starts = [
  ['a first start', 'SIGTERM', 180_000],
  ['a second start within 10 s', 'SIGINT', 10_000],
];
try {
  for (const [name, signal, patience] of starts) {
    const ready = await boot(signal, patience);
    say(`ok - ${name}: ready in ${(ready / 1000).toFixed(1)} s, stopped by ${signal}`);
  }
} catch (error) {
  say(`not ok - the built API: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
