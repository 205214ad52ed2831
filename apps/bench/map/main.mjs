import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from '../../api/bin/prepare.mjs';
import { makeMap, signUp } from './data.mjs';
import { gesture, summary } from './gestures.mjs';

const CEILING = 182;
const LEAST = { pan: 165, zoom: 150 };
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The built application on an empty data folder and any free port. */
const startApp = async () => {
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'afferent-bench-'));
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../api/dist/main.js', import.meta.url))], {
    env: { ...process.env, AFFERENT_DATA_DIR: folder, AFFERENT_DEMO: 'no', PORT: '0', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit').then(() => { throw new Error('the application stopped'); });
  const told = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) return address;
    }
    throw new Error('the application gave no address');
  })();
  const address = await Promise.race([told, gone]);
  const stop = async () => {
    gone.catch(() => undefined);
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { address, stop };
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const measure = async (browser, address, { signIn }, path, rounds) => {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
  await context.request.post('/api/v1/auth/login', { headers: { origin: address }, data: signIn });
  const page = await context.newPage();
  await page.goto(`${path}?metric=csi&from=2026-05-01&to=2026-05-31`);
  await page.locator('[data-coloured]').first().waitFor();
  const got = { pan: [], zoom: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['pan', 'zoom']) {
      await page.waitForTimeout(700);
      got[kind].push(summary(await page.evaluate(gesture, kind)));
    }
  }
  await context.close();
  return Object.fromEntries(Object.entries(got).map(([kind, runs]) => [kind, { frames: median(runs.map(({ frames }) => frames)), p95: median(runs.map(({ p95 }) => p95)) }]));
};

/** Frames in three seconds of panning and of zooming at several sizes; `--address` measures an application that runs already. */
export const run = async ({ cards = '60,300,1000', rounds = '3', address: given }) => {
  const app = given === undefined ? await startApp() : { address: given, stop: async () => undefined };
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags, headless: true });
  try {
    const person = await signUp(app.address);
    let isSmooth = true;
    console.log(`Frames in 3 s at 1440×900, medians of ${rounds}; ${CEILING} is 60 a second`);
    console.log('cards   pan  p95 ms   zoom  p95 ms');
    for (const size of cards.split(',').map(Number)) {
      const path = await makeMap(person, size);
      const { pan, zoom } = await measure(browser, app.address, person, path, Number(rounds));
      console.log(`${String(size).padStart(5)}  ${String(pan.frames).padStart(4)}  ${pan.p95.toFixed(1).padStart(6)}  ${String(zoom.frames).padStart(5)}  ${zoom.p95.toFixed(1).padStart(6)}`);
      if (size <= 300 && (pan.frames < LEAST.pan || zoom.frames < LEAST.zoom)) isSmooth = false;
    }
    console.log(`Up to 300 cards at least ${LEAST.pan} when panning and ${LEAST.zoom} when zooming: ${isSmooth ? 'met' : 'not met'}`);
    return isSmooth;
  } finally {
    await browser.close();
    await app.stop();
  }
};
