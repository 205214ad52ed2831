import request, { type Test } from 'supertest';
import type { TestApp } from './test-app.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A browser-like or key-bearing caller of the API; paths are relative to /api/v1. */
export class Client {
  constructor(
    private readonly address: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  call(method: Method, path: string): Test {
    return request(this.address)[method](`/api/v1${path}`).set(this.headers);
  }

  get = (path: string) => this.call('get', path);
  post = (path: string, body?: object) => this.call('post', path).send(body);
  put = (path: string, body?: object) => this.call('put', path).send(body);
  patch = (path: string, body?: object) => this.call('patch', path).send(body);
  delete = (path: string) => this.call('delete', path);
}

export interface Person extends Client {
  readonly userId: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly password: string;
  readonly cookie: string;
}

export const anonymous = (test: TestApp): Client => new Client(test.address);

export const withKey = (test: TestApp, key: string): Client => new Client(test.address, { authorization: `Bearer ${key}` });

export const withCookie = (test: TestApp, cookie: string): Client => new Client(test.address, { cookie, 'sec-fetch-site': 'same-origin' });

export const cookieOf = (headers: Record<string, unknown>): string => {
  const given = headers['set-cookie'];
  const first: unknown = Array.isArray(given) ? given[0] : given;
  if (typeof first !== 'string') throw new Error('No cookie was set');
  return first.split(';')[0] ?? '';
};

let people = 0;

/** A new user in a workspace of their own, signed in. */
export async function register(test: TestApp, overrides: Record<string, unknown> = {}): Promise<Person> {
  people += 1;
  const email = `person-${people}@example.test`;
  const password = `correct horse ${people} battery`;
  const body = { email, password, name: `Person ${people}`, workspaceName: `Workspace ${people}`, ...overrides };
  const answer = await anonymous(test).post('/auth/register', body);
  if (answer.status !== 201) throw new Error(`register answered ${answer.status}: ${answer.text}`);
  const cookie = cookieOf(answer.headers);
  const { user, workspace } = answer.body as { user: { id: string }; workspace: { id: string } };
  return Object.assign(withCookie(test, cookie), { userId: user.id, workspaceId: workspace.id, email: body.email, password, cookie });
}
