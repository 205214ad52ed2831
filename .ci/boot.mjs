// Boots the built API as an operator would: a first start with the demo, a second start on the same data, each stopped by a signal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, say } from '../apps/api/bin/workspace.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'afferent-boot-'));
const patience = 300_000;

/** Resolves with the address that the application says it is ready at; what it says is shown too. */
function addressFrom(output) {
  let text = '';
  return new Promise((resolve) => {
    output.setEncoding('utf8').on('data', (part) => {
      process.stdout.write(part);
      text += part;
      const address = /ready at (http:\/\/localhost:\d+)\s/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

async function boot(signal) {
  const began = Date.now();
  const child = spawn(process.execPath, [join(root, 'apps/api/dist/main.js')], {
    cwd: tmpdir(),
    env: { ...process.env, PORT: '0', AFFERENT_DATA_DIR: dataDir, DATABASE_URL: '', NODE_ENV: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const give = () => child.kill('SIGKILL');
  process.once('exit', give);
  try {
    const impatience = sleep(patience, undefined, { ref: false }).then(() => Promise.reject(new Error(`it was not ready after ${patience / 1000} s`)));
    const address = await Promise.race([addressFrom(child.stdout), gone.then(([code]) => Promise.reject(new Error(`it ended with code ${code}`))), impatience]);
    const { status } = await fetch(`${address}/readyz`);
    if (status !== 200) throw new Error(`/readyz answered ${status}`);
    const ready = Date.now() - began;
    child.kill(signal);
    const [code, killedBy] = await Promise.race([gone, sleep(120_000, undefined, { ref: false }).then(() => ['none within 120 s', null])]);
    if (code !== 0) throw new Error(`after ${signal} its exit code was ${code ?? killedBy}`);
    return ready;
  } finally {
    give();
    process.removeListener('exit', give);
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
try {
  const first = await boot('SIGTERM');
  say(`ok - a first start: ready in ${seconds(first)}, stopped by SIGTERM`);
  const second = await boot('SIGINT');
  // The first one has much more to do: where that takes longer than 10 s, the machine is slow or busy.
  if (second > Math.max(10_000, first)) throw new Error(`a second start was ready after ${seconds(second)}, the first one after ${seconds(first)}`);
  say(`ok - a second start: ready in ${seconds(second)}, stopped by SIGINT`);
} catch (error) {
  say(`not ok - the built API: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
