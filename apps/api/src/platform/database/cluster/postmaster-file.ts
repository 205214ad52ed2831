import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { servesCluster } from './process-identity.js';

/** What Postgres writes about itself into postmaster.pid. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
  /** false when the process is dead, a zombie, or a stranger that got the old id */
  live: boolean;
}

const pathIn = (clusterDir: string) => join(clusterDir, 'postmaster.pid');

/** Above every kernel's highest process id, so that Postgres finds nobody there. */
const nobodysPid = 2_147_483_646;

export function readPostmaster(clusterDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pathIn(clusterDir), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return { pid: 0, port: 0, ready: false, live: false };
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready', live: servesCluster(pid, clusterDir) };
}

/**
 * Postgres refuses to start while the old id answers `kill -0`: a zombie or a stranger does. Only the id is replaced; the
 * shared-memory line stays, so that Postgres still waits for orphaned workers of the old server.
 */
export function disownPostmaster(clusterDir: string): void {
  const lines = readFileSync(pathIn(clusterDir), 'utf8').split('\n');
  lines[0] = String(nobodysPid);
  writeFileSync(pathIn(clusterDir), lines.length > 1 ? lines.join('\n') : `${nobodysPid}\n`);
}
