import type { OpenAPIObject } from '@nestjs/swagger';
import { type Locale, localeSchema } from '@afferent/contracts';
import { anchor, code, escaped, prose, schemaAnchor } from './html.js';
import { operationHtml } from './operation-html.js';
import { operationsOf } from './operation.js';
import { pageStyle } from './page-style.js';
import { type JsonSchema, schemaText } from './schema-text.js';
import { wordsIn } from './words/words.js';

/** A language is called as its speakers call it. */
const languages: Readonly<Record<Locale, string>> = { en: 'English', ru: 'Русский' };

const languageLinks = (current: Locale): string =>
  localeSchema.options.map((locale) => `<a href="?locale=${locale}" lang="${locale}" hreflang="${locale}"${locale === current ? ' aria-current="true"' : ''}>${languages[locale]}</a>`).join(' ');

/** The API's description in a language as a page without scripts; its one style tag carries the nonce. */
export function apiPage(document: OpenAPIObject, locale: Locale, nonce: string): string {
  const { page: words } = wordsIn(locale);
  const operations = operationsOf(document);
  const tags = (document.tags ?? []).map(({ name }) => name);
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags?.includes(tag));
    return `<h2 id="tag-${anchor(tag)}">${escaped(tag)}</h2>${own.map((each) => operationHtml(each, words)).join('\n')}`;
  });
  const schemas = Object.entries(document.components?.schemas ?? {})
    .map(([name, schema]) => `<details><summary>${code(name)}</summary><pre id="${schemaAnchor(name)}">${escaped(schemaText(schema as JsonSchema))}</pre></details>`);
  const links = [...tags.map((tag) => ({ to: `tag-${anchor(tag)}`, text: tag })), { to: 'types', text: words.types }].map(({ to, text }) => `<a href="#${to}">${escaped(text)}</a>`);
  const title = escaped(document.info.title);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><style nonce="${nonce}">${pageStyle}</style></head>
<body><main><header><h1>${title}</h1><nav aria-label="${escaped(words.language)}">${languageLinks(locale)}</nav></header>
<p>${prose(document.info.description ?? '')}</p><p>${prose(words.start)}</p>
<p>${escaped(words.forPrograms)} <a href="/api/v1/openapi.json?locale=${locale}">openapi.json</a> (OpenAPI 3.1)</p>
<nav aria-label="${escaped(words.sections)}">${links.join(' ')}</nav>${sections.join('\n')}<h2 id="types">${escaped(words.types)}</h2>${schemas.join('\n')}</main></body></html>`;
}
