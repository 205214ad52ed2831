import { Client } from 'pg';

interface TestServer {
  readonly privilegedUrl: string;
  readonly template: string;
  readonly ownerUrl: string;
  readonly ownerOptions: string;
  readonly appUrl: string;
  readonly appOptions: string;
}

export interface TestDatabase {
  /** A superuser on this database; for looking behind the application's back. */
  readonly privilegedUrl: string;
  readonly ownerUrl: string;
  readonly ownerOptions: string;
  readonly appUrl: string;
  readonly appOptions: string;
  /** Rows of a statement as the superuser, who sees through row-level security. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

const onDatabase = (url: string, name: string): string => {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
};

async function statement(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

let made = 0;

/** A fresh, migrated database of this test file's own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = JSON.parse(process.env['AFFERENT_TEST'] ?? '{}') as TestServer;
  const name = `afferent_test_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`;
  await statement(server.privilegedUrl, `create database ${name} template ${server.template}`);
  const privilegedUrl = onDatabase(server.privilegedUrl, name);
  const client = new Client({ connectionString: privilegedUrl });
  await client.connect();
  return {
    privilegedUrl,
    ownerUrl: onDatabase(server.ownerUrl, name),
    ownerOptions: server.ownerOptions,
    appUrl: onDatabase(server.appUrl, name),
    appOptions: server.appOptions,
    query: async <T>(sql: string, parameters: readonly unknown[] = []) => (await client.query(sql, [...parameters])).rows as T[],
    drop: async () => {
      await client.end();
      await statement(server.privilegedUrl, `drop database if exists ${name} with (force)`);
    },
  };
}
