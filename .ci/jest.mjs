import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf, root } from '../apps/api/bin/workspace.mjs';
import { jestTally, run } from './tally.mjs';

/** Runs jest with one of the repository's configurations and answers its counts. */
export async function jest(config, args = [], environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'afferent-jest-'));
  const report = join(folder, 'report.json');
  const code = await run(process.execPath, ['--experimental-vm-modules', '--no-warnings', programOf('jest'), '-c', join(root, config), '--ci', '--json', `--outputFile=${report}`, ...args], { environment });
  const tally = jestTally(report, code);
  rmSync(folder, { recursive: true, force: true });
  return tally;
}
