import type { BrowserContext } from 'playwright-core';

/** Requests of one kind that wait at the door: what is done meanwhile happens before their answers. */
export interface Held {
  /** The first of them has been made. */
  reached: Promise<void>;
  /** Lets them and all later ones go. */
  release: () => void;
}

const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { opened, open };
};

/** Holds every request of a method whose address fits. */
export const hold = async (context: BrowserContext, address: RegExp, method = 'GET'): Promise<Held> => {
  const [reached, released] = [gate(), gate()];
  await context.route(address, async (route) => {
    if (route.request().method() === method) {
      reached.open();
      await released.opened;
    }
    // The page may have given it up meanwhile.
    await route.fallback().catch(() => undefined);
  });
  return { reached: reached.opened, release: released.open };
};

/** Holds the answers of every such request: they tell how things were when it was made. */
export const holdAnswers = async (context: BrowserContext, address: RegExp, method = 'GET'): Promise<Held> => {
  const [reached, released] = [gate(), gate()];
  await context.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    const response = await route.fetch();
    reached.open();
    await released.opened;
    return route.fulfill({ response }).catch(() => undefined);
  });
  return { reached: reached.opened, release: released.open };
};

/** Answers every request of a method whose address fits with a refusal that is not worth another try. */
export const refuse = (context: BrowserContext, address: RegExp, method = 'GET') =>
  context.route(address, (route) => (route.request().method() === method ? route.fulfill({ status: 400, body: '' }) : route.fallback()));
