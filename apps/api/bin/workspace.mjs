import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** A reason to stop that is told in one line, without a stack. */
export class Stop extends Error {
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The script behind an installed command, as its package declares it. */
export function programOf(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = readJson(join(folder, 'package.json')) ?? {};
  const path = typeof bin === 'string' ? bin : bin?.[command];
  if (!path) throw new Stop(`${name} is not installed; run npm ci`);
  return join(folder, path);
}

/** Files below `paths` (relative to the root, with forward slashes), sorted; what is made by the build is left out. */
export function filesBelow(paths, keep = () => true) {
  const found = [];
  const walk = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
      const name = relative(root, path).split(sep).join('/');
      if (keep(name)) found.push(name);
      return;
    }
    for (const entry of readdirSync(path)) if (entry !== 'node_modules' && entry !== 'dist') walk(join(path, entry));
  };
  for (const path of paths) walk(join(root, path));
  return found.sort();
}

export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

const running = new Set();

/** Children in the middle of their work end with us, whoever the signal was sent to. */
function endWith(signal) {
  for (const child of running) child.kill(signal);
  say('');
  say('Stopped.');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/** What tells the reason in a long output: the lines that name an error (npm repeats them in its own words), else its end. */
function reasonIn(output) {
  const lines = output.trimEnd().split('\n');
  const errors = lines.filter((line) => /error/i.test(line));
  const own = errors.filter((line) => !/npm error/.test(line));
  if (own.length > 0) return own.slice(0, 20).join('\n');
  return (errors.length > 0 ? errors : lines).slice(-40).join('\n');
}

const heartbeat = 15;

/** Runs a command quietly with a sign of life now and then; its output is shown only when it fails. */
export async function quietly(what, file, args, environment = {}) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`${what} …`);
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => endWith(signal)]);
  for (const [signal, handler] of handlers) process.once(signal, handler);
  const timer = setInterval(() => say(`  … ${seconds()} s`), heartbeat * 1000);
  let output = '';
  const child = spawn(file, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' && file === 'npm' });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += `${error.message}\n`;
      resolve(1);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  running.delete(child);
  clearInterval(timer);
  for (const [signal, handler] of handlers) process.removeListener(signal, handler);
  if (code !== 0) throw new Stop(`${what}: failed after ${seconds()} s`, reasonIn(output));
  say(`  done in ${seconds()} s`);
}
