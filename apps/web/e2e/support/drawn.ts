import type { Page } from 'playwright-core';

/** Two frames later whatever has come by now is on the screen. */
export const drawn = (page: Page) => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); }));
