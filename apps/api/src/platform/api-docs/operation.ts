import type { OpenAPIObject } from '@nestjs/swagger';
import type { ApiWords } from './words/en.js';
import { said } from './words/words.js';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface DescribedOperation {
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
}

const methods: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of a description, path by path. */
export const operationsOf = ({ paths }: OpenAPIObject): DescribedOperation[] =>
  Object.entries(paths).flatMap(([path, item]) => methods.flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [{ path, method, operation }];
  }));

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The route's access rule, which `@Access` and `@Public` leave in the description. */
export const accessOf = (operation: Operation): string => String(Reflect.get(operation, 'x-access') ?? '');

function ownProblems(operation: Operation): number[] {
  const statuses: unknown = Reflect.get(operation, 'x-problems');
  Reflect.deleteProperty(operation, 'x-problems');
  return Array.isArray(statuses) ? statuses.map(Number) : [];
}

function possibleProblems({ path, method, operation }: DescribedOperation): number[] {
  const open = accessOf(operation) === 'public';
  const ownAccount = accessOf(operation).startsWith('account:');
  const writes = method !== 'get';
  return [
    400,
    ...(open && !writes ? [] : [401, 403]),
    ...((open || ownAccount) && writes ? [429] : []),
    ...(path.includes('{') || path.includes('/invitations/') ? [404] : []),
    ...(writes ? [409, 413, 415, 422] : []),
    ...ownProblems(operation),
    503,
  ];
}

function completeParameters({ path, operation }: DescribedOperation, words: ApiWords): void {
  const named = new Set(operation.parameters?.map((parameter) => ('name' in parameter ? parameter.name : '')));
  const missing = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => !named.has(name));
  for (const parameter of operation.parameters ?? []) {
    if (!('in' in parameter)) continue;
    if (parameter.in === 'path') parameter.schema = { type: 'string', format: 'uuid' };
    else parameter.description = said(words.parameters, parameter.name);
  }
  operation.parameters = [
    ...missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string', format: 'uuid' } })),
    ...(operation.parameters ?? []),
  ];
}

function completeResponses(described: DescribedOperation, words: ApiWords): void {
  const { responses } = described.operation;
  for (const [status, response] of Object.entries(responses)) if (response !== undefined && 'description' in response) response.description = said(words.answers, status);
  for (const status of possibleProblems(described)) responses[status] = { description: said(words.problems, status), content: problemContent };
}

/** Adds what routes leave unsaid: their words, path parameters, who may call, and the errors. */
export function completeOperation(described: DescribedOperation, words: ApiWords): void {
  const { operation } = described;
  const access = accessOf(operation);
  operation.summary = said(words.operations, operation.operationId ?? '');
  operation.tags = operation.tags?.map((tag) => said(words.tags, tag)) ?? [];
  operation.security = access === 'public' ? [] : access.startsWith('account:') ? [{ session: [] }] : [{ session: [] }, { apiKey: [] }];
  completeParameters(described, words);
  completeResponses(described, words);
}
