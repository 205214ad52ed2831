import { type Locale, localeSchema } from '@afferent/contracts';
import request from 'supertest';
import { type ApiWords, en } from '../src/platform/api-docs/words/en.js';
import { ru } from '../src/platform/api-docs/words/ru.js';
import { said } from '../src/platform/api-docs/words/words.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: { name: string; in: string; description?: string }[];
  responses: Record<string, { description: string }>;
  'x-access'?: string;
}
interface Described {
  openapi: string;
  info: { title: string; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { type?: string }>; securitySchemes: Record<string, unknown> };
}

const describedIn = async (locale?: Locale): Promise<Described> =>
  (await request(test.address).get(`/api/v1/openapi.json${locale === undefined ? '' : `?locale=${locale}`}`).expect(200)).body as Described;
const operationsOf = ({ paths }: Described) => Object.entries(paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })));

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with a unique name, an access rule and documented answers for every operation', async () => {
    const document = await describedIn();
    const operations = operationsOf(document);
    expect(document.openapi).toBe('3.1.0');
    expect(operations.length).toBeGreaterThan(20);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { path, operationId, parameters, responses, 'x-access': access } of operations) {
      expect(operationId).toMatch(/^[a-zA-Z]+$/);
      expect(access).toMatch(/^public$|^[a-z-]+:[a-z]+$/);
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
      expect(Object.keys(responses)).toContain('503');
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name).sort()).toEqual(inPath.sort());
    }
  });

  it('refers to nothing that it does not describe, and names the headers that calls need', async () => {
    const document = await describedIn();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((each) => !Object.hasOwn(document.components.schemas, each.replace(/^#\/components\/schemas\//, '')))).toEqual([]);
    expect(document.components.schemas['Problem']).toMatchObject({ type: 'object', required: expect.arrayContaining(['status', 'code', 'requestId']) });
    const headersOf = (path: string, method: string) => document.paths[`/api/v1/workspaces/{workspaceId}${path}`]?.[method]?.parameters.filter((each) => each.in === 'header').map(({ name }) => name);
    expect(headersOf('/responses', 'post')).toEqual(['Idempotency-Key']);
    expect(headersOf('/touchpoints/{touchpointId}', 'patch')).toEqual(['If-Match']);
  });
});

/** Everything a description says to people. */
const sentences = (document: Described): string[] => [
  document.info.title,
  document.info.description,
  ...document.tags.map(({ name }) => name),
  ...Object.values(document.components.securitySchemes).map((scheme) => String((scheme as { description?: unknown }).description)),
  ...operationsOf(document).flatMap(({ summary, parameters, responses }) => [
    summary, ...parameters.flatMap(({ in: place, description }) => (place === 'path' ? [] : [String(description)])), ...Object.values(responses).map(({ description }) => description),
  ]),
];

const leaves = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves));

describe('its languages', () => {
  it.each(localeSchema.options)('are spoken throughout (%s)', async (locale) => {
    const said = sentences(await describedIn(locale));
    const words = new Set(leaves(locale === 'ru' ? ru : en));
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((sentence) => !words.has(sentence))).toEqual([]);
  });

  it('say the same, each in its own letters', () => {
    const pairs = leaves(en).map((text, index) => [text, leaves(ru)[index] ?? ''] as const);
    expect(leaves(ru)).toHaveLength(pairs.length);
    expect(pairs.filter(([english]) => /\p{Script=Cyrillic}/u.test(english))).toEqual([]);
    expect(pairs.filter(([, russian]) => !/\p{Script=Cyrillic}/u.test(russian)).map(([english]) => english)).toEqual(['Afferent API']);
    const codes = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(([code]) => code).sort();
    for (const [english, russian] of pairs) expect(codes(russian)).toEqual(codes(english));
  });

  it('put into words what there is, and nothing else', async () => {
    const operations = operationsOf(await describedIn());
    const spoken = operations.flatMap(({ parameters }) => parameters.filter((parameter) => parameter.in !== 'path').map(({ name }) => name));
    expect(Object.keys(en.operations).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
    expect(Object.keys(en.parameters).sort()).toEqual([...new Set(spoken)].sort());
    const statuses = new Set(operations.flatMap(({ responses }) => Object.keys(responses)));
    expect(Object.keys({ ...en.answers, ...en.problems }).sort()).toEqual([...statuses].sort());
    expect(Object.values(en.tags).sort()).toEqual([...new Set(operations.flatMap(({ tags }) => tags))].sort());
  });

  it('do not let a route go without words', () => {
    expect(() => said(en.operations, 'journeysForget')).toThrow('nothing about journeysForget');
  });

  it('differ in words alone', async () => {
    const mute = (document: Described): unknown =>
      JSON.parse(JSON.stringify({ ...document, info: null, tags: document.tags.length }), (key, value: unknown) => (['summary', 'description', 'tags'].includes(key) ? null : value));
    const [english, russian] = [await describedIn('en'), await describedIn('ru')];
    expect(mute(russian)).toEqual(mute(english));
    expect(await describedIn()).toEqual(english);
    expect(russian.info.title).toBe('API Afferent');
  });

  it('are no others', async () => {
    await request(test.address).get('/api/v1/openapi.json?locale=de').expect(400);
  });
});

describe('the page of the API', () => {
  const page = (query: string, languages?: string) => request(test.address).get(`/api-docs${query}`).set(languages === undefined ? {} : { 'accept-language': languages }).expect(200).expect('content-type', /text\/html/);

  it('has no scripts, and its one style carries the nonce', async () => {
    const { text, headers } = await page('');
    expect(text).toContain('/api/v1/workspaces/{workspaceId}/members');
    expect(text).not.toContain('<script');
    const nonce = /<style nonce="([^"]+)">/.exec(text)?.[1];
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  });

  it.each([['en', en], ['ru', ru]] as [Locale, ApiWords][])('speaks the language that is chosen (%s)', async (locale, words) => {
    const { text } = await page(`?locale=${locale}`, locale === 'ru' ? 'en' : 'ru');
    expect(text).toContain(`<html lang="${locale}">`);
    for (const said of [words.title, ...Object.values(words.tags), words.page.types, words.page.open, words.operations.analyticsTrend, words.problems[409], words.parameters.search]) expect(text).toContain(said);
    expect([...text.matchAll(/<a href="\?locale=(\w\w)" lang="(\w\w)"/g)].map(([, to, lang]) => [to, lang])).toEqual([['en', 'en'], ['ru', 'ru']]);
    const other = locale === 'ru' ? en : ru;
    expect(Object.values(other.operations).filter((summary) => text.includes(`<span>${summary}</span>`))).toEqual([]);
  });

  it('speaks the browser\'s language where none is chosen', async () => {
    expect((await page('', 'ru-RU,ru;q=0.9,en;q=0.8')).text).toContain('<html lang="ru">');
    expect((await page('', 'de')).text).toContain('<html lang="en">');
  });

  it('links to places that it has, each once', async () => {
    for (const locale of localeSchema.options) {
      const { text } = await page(`?locale=${locale}`);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...text.matchAll(/href="#([^"]+)"/g)].filter((match) => !ids.includes(match[1]))).toEqual([]);
    }
  });
});
