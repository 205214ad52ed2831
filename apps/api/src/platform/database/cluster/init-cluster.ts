import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToServer, type DataFolder } from './data-folder.js';
import type { ServerBinaries } from './server-binaries.js';
import { runAsServer } from './server-user.js';
import { reason, StartRefused } from './start-refused.js';

export const superuser = 'postgres';

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartRefused(`${path} cannot be read (${reason(error)}): start Afferent as the user who owns the data folder, or set AFFERENT_DATA_DIR`);
  }
}

function initdb(folder: DataFolder, binaries: ServerBinaries, password: string, fast: boolean): void {
  // Made beside its place and renamed: a kill in the middle leaves no half-made cluster.
  const draft = `${folder.clusterDir}.draft`;
  const passwordFile = join(folder.path, `${randomUUID()}.pw`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveToServer(draft, folder.user);
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveToServer(passwordFile, folder.user);
    const { ok, output } = runAsServer(folder.user, binaries.initdb, [
      '-D', draft, `--username=${superuser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
      // Without these a machine without LANG gives SQL_ASCII, and the C ctype makes pg_trgm skip Cyrillic.
      '--encoding=UTF8', `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
      '--locale-provider=icu', '--icu-locale=und', '--data-checksums', '--no-instructions', ...(fast ? ['--no-sync'] : []),
    ]);
    if (!ok) {
      const lines = output.split('\n');
      const line = lines.find((text) => /error|fatal/i.test(text)) ?? lines.at(-1) ?? '';
      throw new StartRefused(`Postgres could not make its files in ${folder.path}: ${line.trim()}`);
    }
    renameSync(draft, folder.clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function assertSameMajor(folder: DataFolder, binaries: ServerBinaries): void {
  const found = readIfThere(join(folder.clusterDir, 'PG_VERSION'));
  if (found === undefined) {
    throw new StartRefused(`${folder.clusterDir} is not a Postgres data folder (PG_VERSION is missing): restore it from a backup or set AFFERENT_DATA_DIR to another folder`);
  }
  if (found !== binaries.major) {
    throw new StartRefused(
      `${folder.clusterDir} was made by Postgres ${found}, and this version of Afferent carries Postgres ${binaries.major}: start it with the version of Afferent that made it, or see "Upgrade" in docs/operations.md`,
    );
  }
}

/** Makes the cluster on the first start, checks it on later ones; answers the superuser's password. */
export function ensureCluster(folder: DataFolder, binaries: ServerBinaries, fast: boolean): string {
  const path = join(folder.path, 'postgres-password');
  const stored = readIfThere(path);
  if (existsSync(folder.clusterDir)) {
    assertSameMajor(folder, binaries);
    if (stored) return stored;
    throw new StartRefused(`${path} is missing: put it back from a backup, Postgres cannot be reached without it`);
  }
  const password = stored ?? randomBytes(24).toString('base64url');
  if (!stored) writeFileSync(path, `${password}\n`, { mode: 0o600 });
  initdb(folder, binaries, password, fast);
  return password;
}
