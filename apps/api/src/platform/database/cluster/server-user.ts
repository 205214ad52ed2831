import { spawnSync, type SpawnOptions } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartRefused } from './start-refused.js';

/** The operating-system user that the database server runs as: Postgres refuses root. */
export interface ServerUser {
  uid: number;
  gid: number;
  /** true when we are root and change to this user */
  switched: boolean;
}

export interface Command {
  file: string;
  args: string[];
  options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd' | 'env'>;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const found = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const id = Number(found.stdout);
  return found.status === 0 && Number.isInteger(id) ? id : undefined;
}

function ownerOf(path: string): ServerUser | undefined {
  try {
    const { uid, gid } = statSync(path);
    return uid === 0 ? undefined : { uid, gid, switched: true };
  } catch {
    return undefined;
  }
}

/** An existing cluster keeps its owner, so that a user named postgres which appears later changes nothing. */
export function serverUserFor(clusterDir: string, dataDir: string): ServerUser {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? -1, switched: false };
  const owner = ownerOf(clusterDir) ?? ownerOf(dataDir);
  if (owner) return owner;
  for (const name of ['postgres', 'nobody']) {
    const found = { uid: idOf('-u', name), gid: idOf('-g', name) };
    if (found.uid && found.gid) return { uid: found.uid, gid: found.gid, switched: true };
  }
  throw new StartRefused('Postgres cannot run as root and there is no user "nobody" here; start Afferent as an ordinary user or set DATABASE_URL');
}

/** Postgres must not see our environment: PG* variables and the locale would change it. */
const env = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/run/current-system/sw/bin' };

let pdeathsig: boolean | undefined;

/** A command that runs as `user` and, where the system can, is interrupted when this process dies. */
export function asServer(user: ServerUser, file: string, args: string[]): Command {
  const change = user.switched ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
  const prefix = [...change, '--pdeathsig=INT'];
  pdeathsig ??= spawnSync('setpriv', [...prefix, 'true'], { cwd: '/', env, stdio: 'ignore' }).status === 0;
  if (pdeathsig) return { file: 'setpriv', args: [...prefix, '--', file, ...args], options: { cwd: '/', env } };
  return { file, args, options: { cwd: '/', env, ...(user.switched ? { uid: user.uid, gid: user.gid } : {}) } };
}

export function runAsServer(user: ServerUser, file: string, args: string[]): { ok: boolean; output: string } {
  const command = asServer(user, file, args);
  const done = spawnSync(command.file, command.args, { ...command.options, encoding: 'utf8' });
  const output = [done.stdout, done.stderr, done.error?.message].filter(Boolean).join('\n').trim();
  return { ok: done.status === 0, output };
}
