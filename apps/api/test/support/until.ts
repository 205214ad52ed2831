import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 50;

/** Looks again and again until what is seen will do, and returns it; fails with the last thing seen. */
export async function until<T>(look: () => T | Promise<T>, done: (value: T) => boolean, patienceMs = 300_000): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await look();
    if (done(value)) return value;
    if (Date.now() > deadline) throw new Error(`It never came to that; the last thing seen: ${JSON.stringify(value)}`);
    await sleep(pauseMs);
  }
}
