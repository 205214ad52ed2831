import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { reason, StartRefused } from './start-refused.js';

/** How to reach a database: an URL, and what Postgres calls options (`-c name=value`). */
export interface Target {
  url: string;
  options: string;
}

export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Options may stand in the URL itself; the driver takes them from one place only. */
export function targetOf(url: string): Target {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new StartRefused('DATABASE_URL is not an address; expected postgres://user:password@host:5432/database');
  }
  if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new StartRefused('DATABASE_URL must begin with postgres:// or postgresql://');
  }
  const options = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.delete('options');
  return { url: parsed.href, options };
}

export function withOption(target: Target, option: string): Target {
  return { url: target.url, options: `${target.options} ${option}`.trim() };
}

/** The same server and database with another login; an URL without a host carries the login as parameters. */
export function withLogin(target: Target, user: string, password: string | undefined): Target {
  const url = new URL(target.url);
  for (const name of ['user', 'password']) url.searchParams.delete(name);
  if (url.host) {
    url.username = encodeURIComponent(user);
    url.password = encodeURIComponent(password ?? '');
  } else {
    url.searchParams.set('user', user);
    if (password) url.searchParams.set('password', password);
  }
  return { url: url.href, options: target.options };
}

export function withDatabase(target: Target, database: string): Target {
  const url = new URL(target.url);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { url: url.href, options: target.options };
}

export function passwordOf({ url }: Target): string | undefined {
  const parsed = new URL(url);
  return decodeURIComponent(parsed.password) || parsed.searchParams.get('password') || undefined;
}

const startingUp = '57P03';

async function connect(target: Target): Promise<Client> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ connectionString: target.url, options: target.options, connectionTimeoutMillis: 10_000, application_name: 'afferent-start' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (sqlState(error) !== startingUp || attempt >= 60) throw error;
      await sleep(500);
    }
  }
}

export async function withClient<T>(target: Target, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(target);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One line about a database that fails us, naming the variable and never the password. */
export function unreachable(variable: string, { url }: Target, error: unknown): StartRefused {
  const { host, pathname } = new URL(url);
  const why = reason(error) || sqlState(error) || 'no answer';
  const hint = why.includes('unsupported startup parameter') ? '; it leads to a pooler: see "Through a pooler" in docs/operations.md' : '';
  return new StartRefused(`${variable}: the database ${host}${pathname} cannot be used: ${why}${hint}`);
}
