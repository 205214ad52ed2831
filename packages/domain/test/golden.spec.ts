import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenHandlers } from './golden-handlers.js';

interface GoldenFile {
  readonly name: string;
  readonly tolerance: number;
  readonly cases: readonly { readonly id: string; readonly inputs: never; readonly expected: unknown }[];
}

const folder = join(import.meta.dirname, '../golden');
const files = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));

/** Where the two differ: numbers by the file's tolerance, everything else exactly; `null` means null. */
const differences = (actual: unknown, expected: unknown, tolerance: number, path = ''): string[] => {
  if (typeof expected === 'number') {
    const near = typeof actual === 'number' && Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return near ? [] : [`${path}: expected ${expected}, got ${String(actual)}`];
  }
  if (expected != null && typeof expected === 'object') {
    if (actual == null || typeof actual !== 'object') return [`${path}: expected ${JSON.stringify(expected)}, got ${String(actual)}`];
    const sizes = Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length) ? [`${path}: another length`] : [];
    return [...sizes, ...Object.entries(expected).flatMap(([key, value]) => differences((actual as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`))];
  }
  return actual === expected ? [] : [`${path}: expected ${String(expected)}, got ${String(actual)}`];
};

test('every implemented golden file is present', () => {
  expect(files.sort()).toEqual(Object.keys(goldenHandlers).sort());
});

describe.each(files)('golden %s', (file) => {
  const golden = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as GoldenFile;
  test.each(golden.cases.map((each) => [each.id, each] as const))('%s', (id, each) => {
    const handlers = Object.entries(goldenHandlers[file] ?? {}).filter(([start]) => id.startsWith(start));
    const handler = handlers.sort(([a], [b]) => b.length - a.length)[0]?.[1];
    if (handler == null) throw new Error(`${file}: no handler for case ${id}`);
    expect(differences(handler(each.inputs), each.expected, golden.tolerance)).toEqual([]);
  });
});

test('the comparison notices a wrong number, a missing field and a value in place of null', () => {
  expect(differences({ a: 1.00001 }, { a: 1 }, 1e-6)).toHaveLength(1);
  expect(differences({}, { a: 1 }, 1e-6)).toHaveLength(1);
  expect(differences({ a: 0 }, { a: null }, 1e-6)).toHaveLength(1);
});
