export interface JsonSchema {
  readonly [key: string]: unknown;
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);
const schemasOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

const literals = (values: unknown[]): string => values.map((value) => JSON.stringify(value)).join(' | ');

function limits(schema: JsonSchema): string {
  const from = schema['minimum'] ?? schema['minLength'] ?? schema['minItems'];
  const to = schema['maximum'] ?? schema['maxLength'] ?? schema['maxItems'];
  const usable = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  const range = usable(from) && usable(to) ? `${from}..${to}` : usable(to) ? `≤ ${to}` : usable(from) ? `≥ ${from}` : '';
  const notes = [schema['format'], range].filter((note) => note !== '' && note !== undefined);
  const preset = 'default' in schema ? ` = ${JSON.stringify(schema['default'])}` : '';
  return `${notes.length === 0 ? '' : ` (${notes.join(', ')})`}${preset}`;
}

function objectText(schema: JsonSchema, indent: string): string {
  const properties = isSchema(schema['properties']) ? Object.entries(schema['properties']).filter((entry): entry is [string, JsonSchema] => isSchema(entry[1])) : [];
  if (properties.length === 0) return isSchema(schema['additionalProperties']) ? `{ [key]: ${schemaText(schema['additionalProperties'], indent)} }` : '{}';
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const inner = `${indent}  `;
  const lines = properties.map(([name, property]) => `${inner}${name}${required.has(name) ? '' : '?'}: ${schemaText(property, inner)}`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/** A JSON Schema as people read types: `{ name: string (1..200), role?: "admin" | "viewer", limit?: integer (1..200) = 100 }`. */
export function schemaText(schema: JsonSchema, indent = ''): string {
  if (typeof schema['$ref'] === 'string') return schema['$ref'].split('/').at(-1) ?? '';
  const choices = [...schemasOf(schema['anyOf']), ...schemasOf(schema['oneOf'])];
  if (choices.length > 0) return choices.map((choice) => schemaText(choice, indent)).join(' | ');
  const parts = schemasOf(schema['allOf']);
  if (parts.length > 0) return parts.map((part) => schemaText(part, indent)).join(' & ');
  if (Array.isArray(schema['enum'])) return literals(schema['enum']);
  if ('const' in schema) return literals([schema['const']]);
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one) => schemaText({ ...schema, type: one }, indent)).join(' | ');
  if (type === 'object') return objectText(schema, indent);
  if (type === 'array') {
    const tuple = schemasOf(schema['prefixItems']);
    if (tuple.length > 0) return `[${tuple.map((item) => schemaText(item, indent)).join(', ')}]`;
    return `[${isSchema(schema['items']) ? schemaText(schema['items'], indent) : 'any'}]${limits(schema)}`;
  }
  return typeof type === 'string' ? `${type}${type === 'null' ? '' : limits(schema)}` : 'any';
}
