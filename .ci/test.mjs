import { join } from 'node:path';
import { assertNode, build, install, tell } from '../apps/api/bin/prepare.mjs';
import { programOf, root, say } from '../apps/api/bin/workspace.mjs';
import { ensureChromium } from './chromium.mjs';
import { jest } from './jest.mjs';
import { add, check, exitCodeOf, lineOf, nothing, run } from './tally.mjs';

const node = process.execPath;

async function lint() {
  const rules = await check('oxlint', node, [programOf('oxlint'), '--deny-warnings']);
  const names = await check('files are named by the rules', node, [join(root, '.ci/names.mjs')]);
  return [rules, names, await check('the import table is enforced', node, [join(root, '.ci/import-table.mjs')])].reduce(add);
}

/** One build of all projects with their tests: what is unchanged is not checked again. Two projects at a time, since checkers inside of one repeat each other's work. */
const types = () => check('types of sources and tests', node, [programOf('typescript', 'tsc'), '-b', '.ci', '--builders', '2', '--checkers', '1']);

const unit = () => jest('.ci/unit.jest.config.mjs');
const e2e = () => jest('apps/api/jest.config.mjs', ['--testPathPatterns=/api/test/', ...process.argv.slice(2).filter((word) => word.startsWith('-'))]);

async function stories() {
  const chromium = ensureChromium();
  if (!chromium) return { ...nothing, failed: 1 };
  await build();
  let summary;
  const code = await run(node, [join(root, 'apps/web/e2e/run.mjs')], {
    environment: { CHROMIUM_PATH: chromium },
    onLine: (line) => {
      if (/^\{"passed":\d+,"failed":\d+/.test(line)) summary = { ...nothing, ...JSON.parse(line) };
    },
  });
  if (!summary) return { ...nothing, failed: 1 };
  return code !== 0 && summary.failed === 0 ? { ...summary, failed: 1 } : summary;
}

const steps = { lint, types, unit, e2e, stories };

async function main() {
  assertNode();
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  const unknown = wanted.find((name) => !(name in steps));
  if (unknown !== undefined) {
    process.stderr.write(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}\n`);
    return { ...nothing, failed: 1 };
  }
  await install();
  let total = nothing;
  const table = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(steps)) {
    say(`\n== ${name}`);
    const began = Date.now();
    const tally = await steps[name]();
    // A step that ran nothing proves nothing.
    const honest = tally.passed + tally.failed === 0 ? { ...tally, failed: 1 } : tally;
    table.push(`${name.padEnd(8)} ${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s   ${lineOf(honest)}`);
    total = add(total, honest);
  }
  say(`\n${table.join('\n')}`);
  return total;
}

let result = { ...nothing, failed: 1 };
try {
  result = await main();
} catch (error) {
  tell(error);
}
process.exitCode = exitCodeOf(result);
say(lineOf(result));
