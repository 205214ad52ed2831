import { accessSync, chmodSync, chownSync, constants, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runAsServer, serverUserFor, type ServerUser } from './server-user.js';
import { reason, StartRefused } from './start-refused.js';

export interface DataFolder {
  path: string;
  clusterDir: string;
  user: ServerUser;
}

/** A folder of ours may be entered by Postgres' user; a folder with other things in it is left as it is. */
function isOurs(path: string): boolean {
  const entries = readdirSync(path);
  return entries.length === 0 || entries.some((name) => name === 'afferent.lock' || name === 'postgres-password');
}

function create(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  if (!statSync(path).isDirectory()) throw new Error('it is not a folder');
}

function assertReachable(path: string, user: ServerUser): void {
  if (runAsServer(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', path]).ok) return;
  throw new StartRefused(
    `As root, Postgres runs as another user (id ${user.uid}), who cannot enter ${path}: set AFFERENT_DATA_DIR to a folder that other users can reach, for example /var/lib/afferent`,
  );
}

/** Makes the data folder when it is missing and proves that we and Postgres' user can work in it. */
export function openDataFolder(dataDir: string): DataFolder {
  const wanted = resolve(dataDir);
  try {
    create(wanted);
  } catch (error) {
    throw new StartRefused(`The data folder ${wanted} cannot be used (${reason(error)}): set AFFERENT_DATA_DIR to another one`);
  }
  const path = realpathSync(wanted);
  const clusterDir = join(path, 'postgres');
  const user = serverUserFor(clusterDir, path);
  if (user.switched) {
    if (statSync(path).uid === 0 && isOurs(path)) chmodSync(path, statSync(path).mode | 0o011);
    assertReachable(path, user);
  }
  return { path, clusterDir, user };
}

/** Hands a file or folder to Postgres' user; what an ordinary user makes is already theirs. */
export function giveToServer(path: string, user: ServerUser): void {
  if (user.switched) chownSync(path, user.uid, user.gid);
}
