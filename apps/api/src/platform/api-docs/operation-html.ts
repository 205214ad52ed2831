import { anchor, code, escaped, prose, schemaAnchor } from './html.js';
import { accessOf, type DescribedOperation, type Operation } from './operation.js';
import { type JsonSchema, schemaText } from './schema-text.js';
import type { ApiWords } from './words/en.js';

type PageWords = ApiWords['page'];

const section = (title: string, content: string): string => (content === '' ? '' : `<h3>${escaped(title)}</h3>${content}`);
const table = (rows: string): string => (rows === '' ? '' : `<table>${rows}</table>`);

/** A type as text; where it is one of the named types, a link that opens it. */
function typeHtml(schema: JsonSchema): string {
  const text = escaped(schemaText(schema));
  return '$ref' in schema ? `<a href="#${schemaAnchor(text)}">${text}</a>` : text;
}

function bodyText(content: Record<string, { schema?: unknown }> | undefined): string {
  return Object.entries(content ?? {})
    .map(([media, { schema }]) => `<p>${code(media)}</p><pre>${typeHtml((schema ?? {}) as JsonSchema)}</pre>`)
    .join('');
}

function parameterRows(operation: Operation, place: 'query' | 'header', words: PageWords): string {
  return (operation.parameters ?? [])
    .flatMap((parameter) => ('in' in parameter && parameter.in === place ? [parameter] : []))
    .map(({ name, schema, required, description }) => {
      const type = `${escaped(schemaText((schema ?? {}) as JsonSchema))}${required === true ? `, ${escaped(words.required)}` : ''}`;
      return `<tr><td>${code(name)}</td><td>${type}</td><td>${prose(description ?? '')}</td></tr>`;
    })
    .join('');
}

function answersAndErrors(operation: Operation, words: PageWords): string {
  const responses = Object.entries(operation.responses).flatMap(([status, response]) => (response !== undefined && 'description' in response ? [{ status: Number(status), response }] : []));
  const answers = responses.filter(({ status }) => status < 300).map(({ status, response }) => `<h3>${status} ${escaped(response.description)}</h3>${bodyText(response.content)}`);
  const errors = responses.filter(({ status }) => status >= 300).map(({ status, response }) => `<tr><td>${status}</td><td>${prose(response.description)}</td></tr>`);
  return `${answers.join('')}${section(words.errors, table(errors.join('')))}`;
}

/** One operation of the API page: closed it says what it is for, open all about it. */
export function operationHtml({ path, method, operation }: DescribedOperation, words: PageWords): string {
  const access = accessOf(operation);
  const request = operation.requestBody !== undefined && 'content' in operation.requestBody ? bodyText(operation.requestBody.content) : '';
  return `<details id="${anchor(operation.operationId ?? '')}"><summary><b>${method.toUpperCase()}</b> ${code(path)}<span>${prose(operation.summary ?? '')}</span></summary>
<p>${access === 'public' ? escaped(words.open) : `${escaped(words.needs)} ${code(access)}`}</p>
${section(words.query, table(parameterRows(operation, 'query', words)))}${section(words.headers, table(parameterRows(operation, 'header', words)))}${section(words.body, request)}${answersAndErrors(operation, words)}</details>`;
}
