import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, lifeOf } from './process-identity.js';
import { StartRefused } from './start-refused.js';

interface Holder {
  pid: number;
  life: string;
}

export interface DataLock {
  release(): void;
}

function holderOf(text: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return undefined;
    const { pid, life } = found as Partial<Holder>;
    return typeof pid === 'number' && typeof life === 'string' ? { pid, life } : undefined;
  } catch {
    return undefined;
  }
}

function isHeld(text: string): Holder | undefined {
  const holder = holderOf(text);
  return holder && isAlive(holder.pid) && lifeOf(holder.pid) === holder.life ? holder : undefined;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * One copy of the application per data folder. The lock is a file that names its holder, so it needs no release after a
 * kill: a dead holder, or another process that got its id, does not count.
 */
export async function acquireDataLock(dataDir: string): Promise<DataLock> {
  const path = join(dataDir, 'afferent.lock');
  const own = JSON.stringify({ pid: process.pid, life: lifeOf(process.pid), token: randomUUID() });
  const draft = `${path}.${randomUUID()}`;
  const refuse = (holder: Holder): never => {
    throw new StartRefused(`Afferent already runs on the data folder ${dataDir} (process ${holder.pid}); stop it or set AFFERENT_DATA_DIR to another folder`);
  };
  const lock: DataLock = {
    release: () => {
      if (read(path) === own) rmSync(path, { force: true });
    },
  };
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      try {
        linkSync(draft, path);
        // A copy that judged the same old lock stale may be moving ours aside in this very moment; it puts ours back.
        await sleep(60);
        if (read(path) === own) return lock;
        continue;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const text = read(path);
      if (text === undefined) continue;
      if (text === own) return lock;
      const holder = isHeld(text);
      if (holder) refuse(holder);
      setAside(path, text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new StartRefused(`The data folder ${dataDir} is being opened by several copies of Afferent at once; start one`);
}

function setAside(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
}
