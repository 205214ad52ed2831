import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { slowDown } from './slowness.js';
import { wordsOf, type StoryLocale, type Words } from './words.js';

export const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface Story {
  page: Page;
  context: BrowserContext;
  url: string;
  locale: StoryLocale;
  /** The interface's texts in the story's language: `t('identity:signIn.submit')`. */
  t: Words;
  /** Fails when the console, the content security policy or the server complained; closes the window. */
  end: () => Promise<void>;
}

export interface StoryOptions {
  locale?: StoryLocale;
  size?: keyof typeof sizes;
  scheme?: 'light' | 'dark';
}

/** Patience for a busy machine with whatever is waited for. */
const patienceMs = 120_000;
// A refused request is part of many stories (a wrong password); Chromium writes every one to the console. Those of the server's own making are told by their response.
const isAnswer = (message: ConsoleMessage) => /Failed to load resource.*status of [45]\d\d/.test(message.text());

/** Opens a fresh browser profile and keeps an eye on everything that must not happen. */
export const beginStory = async (browser: Browser, url: string, { locale = 'en', size = 'desktop', scheme = 'light' }: StoryOptions = {}): Promise<Story> => {
  const context = await browser.newContext({
    baseURL: url, viewport: sizes[size], colorScheme: scheme, locale: locale === 'ru' ? 'ru-RU' : 'en-GB', timezoneId: 'Europe/Moscow', reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patienceMs);
  await slowDown(context);
  const faults: string[] = [];
  await context.exposeFunction('reportPolicyViolation', (text: string) => { faults.push(`content security policy: ${text}`); });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportPolicyViolation: (text: string) => void }).reportPolicyViolation;
      report(`${event.violatedDirective} blocked ${event.blockedURI} ${event.sample} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error' && !isAnswer(message)) faults.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => { faults.push(`page: ${error.stack ?? error.message}`); });
  // On an overloaded machine the server says that it is busy, and the page asks again: only what stays without an answer is a fault.
  const busy = new Set<string>();
  page.on('response', (response) => {
    const request = `${response.request().method()} ${response.url()}`;
    if (response.status() === 503) busy.add(request);
    else busy.delete(request);
    if (response.status() >= 500 && response.status() !== 503) faults.push(`server: ${response.status()} ${request}`);
  });

  const end = async () => {
    await context.close();
    const disturbed = new Set([...faults, ...[...busy].map((request) => `server: 503 ${request}, and not asked again`)]);
    if (disturbed.size > 0) throw new Error(`The story was disturbed:\n${[...disturbed].join('\n')}`);
  };
  return { page, context, url, locale, t: await wordsOf(locale), end };
};
