import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { prepareDatabase } from '../../src/platform/database/cluster/prepare-database.js';
import { startEmbeddedCluster } from '../../src/platform/database/cluster/embedded-cluster.js';
import { migrate } from '../../src/platform/database/migrate.js';

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

async function embedded(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'afferent-test-'));
  await chmod(dataDir, 0o711);
  const cluster = await startEmbeddedCluster({ dataDir, log: () => undefined, fast: true });
  return {
    url: cluster.superuserUrl,
    stop: async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const external = (url: string): Server => ({ url, stop: async () => undefined });

async function statement(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Starts the server, migrates a template and tells the workers by environment where it is. */
export async function prepareTestServer(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? external(given) : await embedded();
  try {
    const template = `afferent_template_${process.pid}`;
    const prepared = await prepareDatabase({ privilegedUrl: server.url, databaseName: template });
    await migrate({ url: prepared.ownerUrl, options: prepared.ownerOptions });
    process.env['AFFERENT_TEST'] = JSON.stringify({ privilegedUrl: server.url, template, ...prepared });
    return async () => {
      await statement(server.url, `drop database if exists ${template}`).catch(() => undefined);
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
