import { spawn } from 'node:child_process';
import { readJson, root } from '../apps/api/bin/workspace.mjs';

export const nothing = { passed: 0, failed: 0, skipped: 0 };

export function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

export function lineOf({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A run in which no test ran proves nothing, so it fails too. */
export function exitCodeOf({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}

const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    process.exitCode = 130;
    setTimeout(() => process.exit(130), 10_000).unref();
  });
}

/** Runs a command with its output shown; `onLine` also gets every line of its standard output. */
export async function run(file, args, { environment = {}, onLine } = {}) {
  const child = spawn(file, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'] });
  children.add(child);
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${file}: ${error.message}\n`);
      resolve(1);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  if (rest) onLine?.(rest);
  children.delete(child);
  return code;
}

/** A command that either holds or does not: one check. */
export async function check(name, file, args, options) {
  const code = await run(file, args, options);
  process.stdout.write(`${code === 0 ? 'ok' : 'not ok'} - ${name}\n`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** The counts of a jest run; a file that could not be run at all counts as one failure. */
export function jestTally(reportPath, exitCode) {
  const report = readJson(reportPath);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed || (exitCode === 0 ? 0 : 1), skipped: report.numPendingTests + report.numTodoTests };
}
