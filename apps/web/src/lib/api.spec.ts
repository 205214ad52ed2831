import { z } from 'zod';
import { ApiProblem, request } from './api';

const answers = (body: unknown, init: ResponseInit = {}) => {
  const calls: [string, RequestInit | undefined][] = [];
  globalThis.fetch = async (input, options) => {
    calls.push([String(input), options]);
    return new Response(body === undefined ? null : JSON.stringify(body), init);
  };
  return calls;
};
const failure = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const error = await call.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof ApiProblem)) throw new Error(`expected a problem, got ${String(error)}`);
  return error;
};
const real = globalThis.fetch;
afterEach(() => { globalThis.fetch = real; });

it('sends JSON and leaves empty query values out', async () => {
  const calls = answers({ name: 'CSI' });
  const answer = await request('POST', '/reports', { query: { metric: 'csi', segment: '', from: null, limit: 5 }, body: { a: 1 }, schema: z.object({ name: z.string() }) });
  expect(answer).toEqual({ name: 'CSI' });
  expect(calls[0]?.[0]).toBe('/api/v1/reports?metric=csi&limit=5');
  expect(calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"a":1}', headers: { 'Content-Type': 'application/json' } });
});

it('leaves the content type of a form to the browser', async () => {
  const calls = answers(undefined, { status: 204 });
  await request('POST', '/imports', { body: new FormData() });
  expect(calls[0]?.[1]?.headers).toEqual({});
});

it('turns problem+json into an error with its code, issues and waiting time', async () => {
  const issues = [{ path: 'email', code: 'taken', message: 'is taken' }];
  answers({ type: 'about:blank', title: 'Conflict', status: 409, code: 'email_taken', detail: 'A user with this e-mail exists', requestId: 'r-1', issues }, { status: 409, headers: { 'Retry-After': '30' } });
  const problem = await failure(request('POST', '/auth/register'));
  expect(problem).toMatchObject({ status: 409, code: 'email_taken', message: 'A user with this e-mail exists', requestId: 'r-1', issues, retryAfter: 30 });
});

it('tells an answer that breaks the contract from a server that does not answer', async () => {
  answers({ name: 1 });
  expect(await failure(request('GET', '/x', { schema: z.object({ name: z.string() }) }))).toMatchObject({ status: 0, code: 'unexpected_answer' });
  answers('<html>', { status: 502 });
  expect(await failure(request('GET', '/x'))).toMatchObject({ status: 502, code: 'unexpected_answer' });
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await failure(request('GET', '/x'))).toMatchObject({ status: 0, code: 'unreachable' });
});

it('lets an abort through as what it is', async () => {
  globalThis.fetch = () => Promise.reject(new DOMException('stopped', 'AbortError'));
  await expect(request('GET', '/x')).rejects.toMatchObject({ name: 'AbortError' });
});
