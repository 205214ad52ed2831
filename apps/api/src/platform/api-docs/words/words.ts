import type { Locale } from '@afferent/contracts';
import { type ApiWords, en } from './en.js';
import { ru } from './ru.js';

const words: Readonly<Record<Locale, ApiWords>> = { en, ru };

/** The words of a language; what English says, every language says. */
export const wordsIn = (locale: Locale): ApiWords => words[locale];

/** The text that goes by a name; a route, tag or parameter that nobody put into words stops the description from being made. */
export function said(texts: Readonly<Record<string, string>>, name: string | number): string {
  const text = texts[name];
  if (text === undefined) throw new Error(`The words of the API say nothing about ${name}`);
  return text;
}
