import type { OpenAPIObject } from '@nestjs/swagger';
import { accessOf, type Operation } from './operation.js';
import { type JsonSchema, schemaText } from './schema-text.js';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const code = (text: string): string => `<code>${escaped(text)}</code>`;
const anchor = (text: string): string => escaped(text.replace(/[^A-Za-z0-9]+/g, '-'));

const style = `
body { margin: 0; }
:root {
  color-scheme: light dark; font: 15px/1.5 "Inter Variable", Inter, system-ui, sans-serif; color: var(--text); background: var(--bg);
  --bg: light-dark(#f7f6f3, #161614); --surface: light-dark(#fff, #1e1e1b); --line: light-dark(#e4e1da, #32312c); --text: light-dark(#1d1c19, #eceae4);
  --muted: light-dark(#66635b, #a9a59c); --accent: light-dark(#0f5f6b, #6fc3cf); --sunken: light-dark(#f1efea, #191917);
}
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
a { color: var(--accent); text-underline-offset: 2px; } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.5rem; letter-spacing: -.02em; } h2 { font-size: 1.1rem; margin-top: 2.5rem; }
details { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; padding: .4rem .8rem; }
summary { cursor: pointer; overflow-wrap: anywhere; } summary b { display: inline-block; min-width: 4rem; color: var(--accent); font-size: .75rem; letter-spacing: .02em; }
code, pre { font-size: .8125rem; } pre { overflow-x: auto; background: var(--sunken); padding: .6rem .8rem; border-radius: 6px; }
h4 { margin: 1rem 0 .3rem; font-size: .8125rem; color: var(--muted); }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1rem; } table { border-collapse: collapse; } td, th { text-align: left; padding: .15rem 1rem .15rem 0; vertical-align: top; }
`;

const introduction = `
<p>Base address <code>/api/v1</code>, JSON, camelCase. Sign in for a session cookie, or send <code>Authorization: Bearer KEY</code>
with an API key from the settings of a workspace. Errors are <code>application/problem+json</code> with a stable <code>code</code>;
lists are <code>{items, nextCursor}</code>; times are ISO 8601 with zone; an absent figure is <code>null</code>.</p>
<p>The same in a form for programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>`;

function bodyText(content: Record<string, { schema?: unknown }> | undefined): string {
  return Object.entries(content ?? {})
    .map(([media, { schema }]) => `<p>${code(media)}</p><pre>${escaped(schemaText((schema ?? {}) as JsonSchema))}</pre>`)
    .join('');
}

function operationHtml(path: string, method: string, operation: Operation): string {
  const access = accessOf(operation);
  const queries = (operation.parameters ?? []).filter((parameter) => 'in' in parameter && parameter.in === 'query');
  const query = queries.map((parameter) => 'name' in parameter ? `<tr><td>${code(parameter.name)}</td><td>${escaped(schemaText((parameter.schema ?? {}) as JsonSchema))}${parameter.required === true ? ', required' : ''}</td></tr>` : '').join('');
  const request = operation.requestBody !== undefined && 'content' in operation.requestBody ? bodyText(operation.requestBody.content) : '';
  const responses = Object.entries(operation.responses).flatMap(([status, response]) => (response !== undefined && 'description' in response ? [{ status, response }] : []));
  const done = responses.filter(({ status }) => Number(status) < 300).map(({ status, response }) => `<h4>${status} ${escaped(response.description)}</h4>${bodyText(response.content)}`).join('');
  const errors = responses.filter(({ status }) => Number(status) >= 300).map(({ status, response }) => `<tr><td>${status}</td><td>${escaped(response.description)}</td></tr>`).join('');
  return `<details id="${anchor(operation.operationId ?? `${method} ${path}`)}"><summary><b>${method.toUpperCase()}</b> ${code(path)}</summary>
<p>${escaped(operation.description ?? operation.summary ?? '')}</p><p>Needs ${access === 'public' ? 'nothing' : code(access)}</p>
${query === '' ? '' : `<h4>Query</h4><table>${query}</table>`}${request === '' ? '' : `<h4>Body</h4>${request}`}${done}<h4>Errors</h4><table>${errors}</table></details>`;
}

/** The API's description as a page without scripts; its one style tag carries the nonce. */
export function apiPage(document: OpenAPIObject, nonce: string): string {
  const byTag = new Map<string, string[]>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation: Operation | undefined = item[method];
      if (operation === undefined) continue;
      const tag = operation.tags?.[0] ?? 'Other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationHtml(path, method, operation)]);
    }
  }
  const sections = [...byTag].map(([tag, operations]) => `<h2 id="tag-${anchor(tag)}">${escaped(tag)}</h2>${operations.join('\n')}`);
  const schemas = Object.entries(document.components?.schemas ?? {})
    .map(([name, schema]) => `<details id="schema-${anchor(name)}"><summary>${code(name)}</summary><pre>${escaped(schemaText(schema as JsonSchema))}</pre></details>`);
  const links = [...byTag.keys(), 'Types'].map((tag) => `<a href="#tag-${anchor(tag)}">${escaped(tag)}</a>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Afferent API</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><style nonce="${nonce}">${style}</style></head>
<body><main><h1>Afferent API</h1>${introduction}<nav>${links.join(' ')}</nav>${sections.join('\n')}<h2 id="tag-Types">Types</h2>${schemas.join('\n')}</main></body></html>`;
}
