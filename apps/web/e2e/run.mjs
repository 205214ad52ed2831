// Runs the browser stories, two files at a time, each with an application and a browser of its own: `node apps/web/e2e/run.mjs [name…]`. Each prints ok or not ok; the last line is {"passed":n,"failed":n,"skipped":n}.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
const args = ['--experimental-vm-modules', '--no-warnings', jest, '-c', join(here, 'jest.config.mjs'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
