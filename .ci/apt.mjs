import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { say } from '../apps/api/bin/workspace.mjs';

function isDebian() {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs Debian packages as root; answers whether that worked. */
export function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  say(`Installing ${packages.join(', ')} (apt-get) …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', ...packages]]) {
    const done = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
    if (done.status !== 0) {
      process.stderr.write(`${done.stdout}${done.stderr}`);
      return false;
    }
  }
  return true;
}
