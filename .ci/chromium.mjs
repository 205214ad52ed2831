import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from '../apps/api/bin/workspace.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
const applications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function found() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isProgram(given) ? given : undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...places];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications].find(isProgram);
}

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

/** The browser for the stories, installed where we may; undefined after a message that says how. */
export function ensureChromium() {
  const present = found();
  if (present) return present;
  if (process.env.CHROMIUM_PATH) {
    process.stderr.write(`CHROMIUM_PATH=${process.env.CHROMIUM_PATH} is not a program.\n`);
    return undefined;
  }
  if (aptInstall('chromium')) return found();
  process.stderr.write('The browser stories need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium) or set CHROMIUM_PATH to a Chromium or Chrome.\n');
  return undefined;
}
