import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

interface LinuxStat {
  state: string;
  startTicks: string;
}

function linuxStat(pid: number): LinuxStat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command name is in brackets and may hold spaces and brackets itself.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** A zombie answers `kill -0` for seconds but holds nothing, so it counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const state = linuxStat(pid)?.state;
  return state !== 'Z' && state !== 'X';
}

/** Tells one life of a process id from the next one, also across a reboot. */
export function lifeOf(pid: number): string {
  const stat = linuxStat(pid);
  if (stat) {
    try {
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${stat.startTicks}`;
    } catch {
      return stat.startTicks;
    }
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    const shown = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    return shown.trim().split(' ');
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Is this process a Postgres server that runs on `clusterDir` (and not a stranger that got an old process id)? */
export function servesCluster(pid: number, clusterDir: string): boolean {
  if (!isAlive(pid)) return false;
  const words = commandLine(pid);
  if (!basename(words[0] ?? '').startsWith('postgres')) return false;
  return workingFolder(pid) === clusterDir || words.includes(clusterDir) || words.join(' ').includes(`-D ${clusterDir} `);
}
