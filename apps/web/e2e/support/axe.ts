import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { soon } from './soon.js';

const expectNoViolation = async (page: Page, where: string) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  if (violations.length === 0) return;
  const lines = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}\n    ${failureSummary?.replaceAll('\n', '\n    ') ?? ''}`).join('\n')}`);
  throw new Error(`axe on ${where}:\n${lines.join('\n')}`);
};

/** Fails when axe finds anything on the page as it is now. What fades in or is just being laid out is looked at again. */
export const expectAccessible = (page: Page, where: string) => soon(() => expectNoViolation(page, where), 60_000);
