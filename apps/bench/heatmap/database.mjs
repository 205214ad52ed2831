import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedCluster } from '@afferent/api/dist/platform/database/cluster/embedded-cluster.js';
import { prepareDatabase } from '@afferent/api/dist/platform/database/cluster/prepare-database.js';
import { migrate } from '@afferent/api/dist/platform/database/migrate.js';

/** A throw-away Postgres with the product's schema, gone when the run ends. */
export async function startDatabase() {
  const dataDir = await mkdtemp(join(tmpdir(), 'afferent-bench-'));
  await chmod(dataDir, 0o711);
  const cluster = await startEmbeddedCluster({ dataDir, log: () => undefined });
  const prepared = await prepareDatabase({ privilegedUrl: cluster.superuserUrl, databaseName: 'bench' });
  await migrate({ url: prepared.ownerUrl, options: prepared.ownerOptions });
  const url = new URL(cluster.superuserUrl);
  url.pathname = '/bench';
  return {
    prepared,
    connect: async () => {
      const client = new Client({ connectionString: url.href });
      await client.connect();
      return client;
    },
    stop: async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
