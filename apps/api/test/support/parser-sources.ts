import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parserCommand } from '../../src/feedback/import/parser-process.js';

/** Tests run the sources, so the parsing process does too: bundled once per worker of a run, when it is first needed. */
const run = createHash('sha256').update(`${process.env['AFFERENT_TEST'] ?? ''} ${process.pid}`).digest('hex').slice(0, 16);
const folder = join(tmpdir(), 'afferent-parser');
const output = join(folder, `${run}.mjs`);
const oldMs = 3600 * 1000;

function removeOld(): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > oldMs) rmSync(path, { force: true });
  }
}

function bundled(): string {
  if (!existsSync(output)) {
    removeOld();
    execFileSync(process.execPath, [fileURLToPath(new URL('./bundle-parser.mjs', import.meta.url)), output], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return output;
}

Object.defineProperty(parserCommand, 'entry', { get: bundled });
