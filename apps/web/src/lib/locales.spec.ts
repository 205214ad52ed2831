import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../locales');
const names = readdirSync(join(folder, 'en')).toSorted();
const plural = /_(zero|one|two|few|many|other)$/;

const flatten = (value: unknown, path: string): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`)) : [[path, value]];
const read = (language: string, name: string) => new Map(flatten(JSON.parse(readFileSync(join(folder, language, name), 'utf8')), ''));
const forms = (texts: Map<string, unknown>) => {
  const found = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const form = plural.exec(key)?.[1];
    if (form != null) found.set(key.replace(plural, ''), [...(found.get(key.replace(plural, '')) ?? []), form].toSorted());
  }
  return found;
};
const places = (text: unknown) => [...String(text).matchAll(/\{\{-?\s*([\w.]+)/g)].map((match) => match[1]).toSorted();

it('has the same files in both languages', () => {
  expect(readdirSync(join(folder, 'ru')).toSorted()).toEqual(names);
  expect(names).toContain('common.json');
});

describe.each(names)('%s', (name) => {
  const [en, ru] = [read('en', name), read('ru', name)];

  it('has the same keys in both languages', () => {
    const keys = (texts: Map<string, unknown>) => [...new Set([...texts.keys()].map((key) => key.replace(plural, '#')))].toSorted();
    expect(keys(ru)).toEqual(keys(en));
  });

  it('has no empty or non-text entry', () => {
    for (const texts of [en, ru]) for (const [key, text] of texts) expect([key, typeof text === 'string' && text.trim() !== '']).toEqual([key, true]);
  });

  it('has every plural form its language needs', () => {
    for (const [key, found] of forms(en)) expect([key, found]).toEqual([key, ['one', 'other']]);
    for (const [key, found] of forms(ru)) expect([key, found.filter((form) => form !== 'other')]).toEqual([key, ['few', 'many', 'one']]);
  });

  it('fills the same places in both languages', () => {
    for (const [key, text] of en) if (!plural.test(key)) expect([key, places(ru.get(key))]).toEqual([key, places(text)]);
  });

  it('uses Russian quotation marks and no English ones in Russian', () => {
    for (const [key, text] of ru) expect([key, /["“”]/.test(String(text))]).toEqual([key, false]);
  });
});
