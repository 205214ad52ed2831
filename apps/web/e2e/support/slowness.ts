import type { BrowserContext, Page } from 'playwright-core';

const lagMs = Number(process.env['AFFERENT_STORY_LAG'] ?? 0);
const cpuRate = Number(process.env['AFFERENT_STORY_CPU'] ?? 1);

/**
 * Makes the browser of a story slow, to find what only works on a fast machine: with AFFERENT_STORY_LAG every file and answer comes a random
 * time up to so many milliseconds later, so that answers overtake each other; with AFFERENT_STORY_CPU the page computes so many times slower.
 */
export const slowDown = async (context: BrowserContext) => {
  if (lagMs > 0) {
    await context.route('**/*', async (route) => {
      await new Promise((resolve) => { setTimeout(resolve, Math.random() * lagMs); });
      // The page may have been left meanwhile.
      await route.continue().catch(() => undefined);
    });
  }
  if (cpuRate > 1) {
    const throttle = async (page: Page) => (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
    context.on('page', (page) => { throttle(page).catch(() => undefined); });
  }
};
