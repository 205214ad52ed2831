import { problemSchema, type ProblemBody } from '@afferent/contracts';
import type { z } from 'zod';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Options<S extends z.ZodType> {
  query?: Query | undefined;
  /** An object is sent as JSON, a `FormData` as multipart. */
  body?: object | undefined;
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal | undefined;
  /** What the answer must be; without it the answer's body is not read. */
  schema?: S;
}

/**
 * A request that did not end well. `code` is the server's stable code, or `unreachable` (no answer came) or
 * `unexpected_answer` (the answer is not what the contract says); `status` is 0 for those two.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly issues: NonNullable<ProblemBody['issues']>;
  readonly current: unknown;
  /** Seconds to wait before another try, where the server said so. */
  readonly retryAfter: number | null;

  constructor(init: { status: number; code: string; detail: string; requestId?: string; issues?: ProblemBody['issues']; current?: unknown; retryAfter?: number | null }) {
    super(init.detail);
    this.name = 'ApiProblem';
    this.status = init.status;
    this.code = init.code;
    this.requestId = init.requestId ?? null;
    this.issues = init.issues ?? [];
    this.current = init.current;
    this.retryAfter = init.retryAfter ?? null;
  }
}

const base = '/api/v1';

const withQuery = (path: string, query: Query | undefined) => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value != null && value !== '') search.set(key, String(value));
  return search.size === 0 ? base + path : `${base}${path}?${search}`;
};

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return null;
  }
};

const toProblem = async (response: Response) => {
  const parsed = problemSchema.safeParse(await readJson(response));
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const wait = Number.isFinite(retryAfter) ? retryAfter : null;
  return parsed.success
    ? new ApiProblem({ ...parsed.data, status: response.status, retryAfter: wait })
    : new ApiProblem({ status: response.status, code: 'unexpected_answer', detail: response.statusText, retryAfter: wait });
};

/** One call of the API. Throws `ApiProblem`; with a `schema` the answer is checked against the contract. */
export async function request<S extends z.ZodType>(method: Method, path: string, options: Options<S> & { schema: S }): Promise<z.output<S>>;
export async function request(method: Method, path: string, options?: Options<never>): Promise<void>;
export async function request<S extends z.ZodType>(method: Method, path: string, { query, body, headers, signal, schema }: Options<S> = {}): Promise<unknown> {
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(withQuery(path, query), {
      method,
      credentials: 'same-origin',
      headers: { ...(body == null || isForm ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body == null ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal == null ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, code: 'unreachable', detail: 'The server did not answer' });
  }
  if (!response.ok) throw await toProblem(response);
  if (schema == null) return undefined;
  const parsed = schema.safeParse(await readJson(response));
  if (!parsed.success) throw new ApiProblem({ status: 0, code: 'unexpected_answer', detail: parsed.error.message });
  return parsed.data;
}
