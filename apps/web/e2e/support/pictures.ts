import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sizes } from './story.js';

const folder = process.env['AFFERENT_PICTURES'];

/** Keeps the page as it is now as `<name>.png` in the folder AFFERENT_PICTURES; without one, nothing. */
export const takePicture = async (page: Page, name: string) => {
  if (folder == null) return;
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
};

/** The page on a desk and on a phone, light and dark; leaves it on a desk and light. */
export const takePictures = async (page: Page, name: string) => {
  if (folder == null) return;
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const size of ['phone', 'desktop'] as const) {
      await page.setViewportSize(sizes[size]);
      await takePicture(page, `${name}-${size}-${scheme}`);
    }
  }
};
