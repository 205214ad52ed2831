import { preferredLocale } from './preferred-locale.js';

it.each([
  [undefined, 'en'], ['', 'en'], ['*', 'en'], ['de-DE, fr;q=0.9', 'en'],
  ['ru', 'ru'], ['ru-RU,ru;q=0.9,en-US;q=0.8', 'ru'], ['RU-ru', 'ru'], ['en;q=0.5, ru;q=0.8', 'ru'], ['en, ru', 'en'],
  ['uk, ru;q=0.7, en;q=0.3', 'ru'], ['ru;q=0, en;q=0.1', 'en'], ['ru;q=oops', 'ru'], ['rus', 'en'], [',;,q=;ru', 'en'],
])('%j is answered in %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
