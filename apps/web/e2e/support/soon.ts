import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 100;

/** Makes a claim about the page again and again until it holds; fails with its last objection. */
export const soon = async (claim: () => Promise<void>, patienceMs = 120_000): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await claim();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(pauseMs);
    }
  }
};
