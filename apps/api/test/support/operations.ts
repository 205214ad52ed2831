import request from 'supertest';
import type { Method } from './client.js';
import type { TestApp } from './test-app.js';

export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** Below /api/v1, with `{names}`. */
  readonly path: string;
  readonly access: string;
  readonly parameters: readonly string[];
  readonly hasBody: boolean;
  readonly query: readonly string[];
  /** Statuses the description lists. */
  readonly statuses: readonly number[];
}

interface Described {
  readonly paths: Record<string, Record<string, {
    readonly operationId: string;
    readonly 'x-access': string;
    readonly requestBody?: unknown;
    readonly responses: Record<string, unknown>;
    readonly parameters: readonly { readonly name: string; readonly in: string }[];
  }>>;
}

/** Every operation the API describes about itself. */
export async function operationsOf(test: TestApp): Promise<Operation[]> {
  const { body } = await request(test.address).get('/api/v1/openapi.json').expect(200);
  return Object.entries((body as Described).paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      id: operation.operationId,
      method: method as Method,
      path: path.replace(/^\/api\/v1/, ''),
      access: operation['x-access'],
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
      hasBody: operation.requestBody !== undefined || method === 'post' || method === 'put' || method === 'patch',
      query: operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
      statuses: Object.keys(operation.responses).map(Number),
    })),
  );
}

export type Ids = Readonly<Record<string, string>>;

/** The operation's address with these ids in its places. */
export const addressOf = (operation: Operation, ids: Ids): string =>
  operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`${operation.id} needs an id for {${name}}; add one to populate()`);
    return id;
  });
