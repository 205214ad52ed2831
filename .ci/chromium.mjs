import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';

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
