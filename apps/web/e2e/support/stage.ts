import type { Browser } from 'playwright-core';
import { startApp, type RunningApp } from './app.js';
import { launchBrowser } from './browser.js';
import { beginStory, type Story, type StoryOptions } from './story.js';

/** The running application and a browser for every story of one file. */
export const setStage = (environment: Record<string, string> = {}) => {
  let app: RunningApp | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    app = await startApp(environment);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const url = () => {
    if (app == null) throw new Error('The application is not running');
    return app.url;
  };
  return {
    url,
    begin: (options: StoryOptions = {}): Promise<Story> => {
      if (browser == null) throw new Error('The browser is not running');
      return beginStory(browser, url(), options);
    },
  };
};
