import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const candidates = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A name that is this machine but, unlike localhost, is not trusted without HTTPS. */
export const plainHost = 'afferent.test';

/** The system's Chromium. */
export const launchBrowser = (): Promise<Browser> => {
  const executablePath = candidates.find((path) => path != null && existsSync(path));
  if (executablePath == null) throw new Error('No Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: [...flags, `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`], headless: true, timeout: 300_000 });
};
