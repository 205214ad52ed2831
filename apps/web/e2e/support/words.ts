import i18next from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type StoryLocale = 'en' | 'ru';
export type Words = (key: string, values?: Record<string, unknown>) => string;

const folder = join(import.meta.dirname, '../../src/locales');

/** The interface's texts, so that one story is told in both languages. A missing key is an error, not a text. */
export const wordsOf = async (locale: StoryLocale): Promise<Words> => {
  const texts = Object.fromEntries(readdirSync(join(folder, locale)).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, locale, file), 'utf8'))]));
  const instance = i18next.createInstance();
  await instance.init({ lng: locale, resources: { [locale]: texts }, defaultNS: 'common', fallbackLng: false, interpolation: { escapeValue: false } });
  return (key, values = {}) => {
    if (!instance.exists(key, values)) throw new Error(`No text ${key} in ${locale}`);
    return String(instance.t(key as never, values as never));
  };
};
