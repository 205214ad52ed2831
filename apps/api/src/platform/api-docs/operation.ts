import type { OpenAPIObject } from '@nestjs/swagger';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const descriptions: Record<number, string> = {
  400: 'Shape, type, unknown field or bad query',
  401: 'Not signed in, and no valid key',
  403: 'The role or key does not allow it, or another site sent it',
  404: 'Unknown, or of another workspace',
  409: 'Conflicts with what exists',
  412: 'If-Match names an older state; `current` is the present one',
  413: 'Too large',
  415: 'Media type not accepted',
  422: 'Well-formed, but breaks a rule',
  428: 'Send If-Match',
  429: 'Too many attempts; see Retry-After',
  503: 'Busy or starting; see Retry-After',
};

const problemResponse = (status: number) => ({
  description: descriptions[status] ?? 'Error',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The route's access rule, which `@Access` and `@Public` leave in the description. */
export const accessOf = (operation: Operation): string => String(Reflect.get(operation, 'x-access') ?? '');

function ownProblems(operation: Operation): number[] {
  const statuses: unknown = Reflect.get(operation, 'x-problems');
  Reflect.deleteProperty(operation, 'x-problems');
  return Array.isArray(statuses) ? statuses.map(Number) : [];
}

function possibleProblems(path: string, method: string, operation: Operation): number[] {
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

/** Adds what holds for every route: path parameters, who may call, and the errors. What a route says itself stays. */
export function completeOperation(path: string, method: string, operation: Operation): void {
  const named = new Set(operation.parameters?.map((parameter) => ('name' in parameter ? parameter.name : '')));
  const missing = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => !named.has(name));
  for (const parameter of operation.parameters ?? []) {
    if ('in' in parameter && parameter.in === 'path') parameter.schema = { type: 'string', format: 'uuid' };
  }
  operation.parameters = [
    ...missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string', format: 'uuid' } })),
    ...(operation.parameters ?? []),
  ];
  const access = accessOf(operation);
  operation.security = access === 'public' ? [] : access.startsWith('account:') ? [{ session: [] }] : [{ session: [] }, { apiKey: [] }];
  for (const status of possibleProblems(path, method, operation)) operation.responses[status] ??= problemResponse(status);
}
