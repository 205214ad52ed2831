import type { Config } from '../config/config.js';
import { assertRestricted } from './cluster/assert-restricted.js';
import { startEmbeddedCluster } from './cluster/embedded-cluster.js';
import { prepareDatabase } from './cluster/prepare-database.js';

export interface OpenDatabase {
  readonly owner: { readonly url: string; readonly options: string };
  readonly app: { readonly url: string; readonly options: string };
  /** What its operator should know, in one line. */
  readonly warning: string | null;
  /** Tells when an embedded Postgres is gone for good. */
  onUnexpectedExit(listener: (error: Error) => void): void;
  stop(): Promise<void>;
}

type Settings = Pick<Config, 'databaseUrl' | 'migrationUrl' | 'databaseAppPassword' | 'dataDir' | 'production'>;

/** The database of this installation: the given one, or the embedded one in the data folder. Throws StartRefused with one line. */
export async function openDatabase(config: Settings, log: (line: string) => void): Promise<OpenDatabase> {
  return config.databaseUrl === undefined ? openEmbedded(config.dataDir, log) : openExternal(config, config.databaseUrl);
}

async function openEmbedded(dataDir: string, log: (line: string) => void): Promise<OpenDatabase> {
  const cluster = await startEmbeddedCluster({ dataDir, log });
  try {
    const prepared = await prepareDatabase({ privilegedUrl: cluster.superuserUrl, databaseName: 'afferent' });
    const warning = await assertRestricted(prepared.appUrl, { appOptions: prepared.appOptions, durable: true, checksums: true });
    return {
      owner: { url: prepared.ownerUrl, options: prepared.ownerOptions },
      app: { url: prepared.appUrl, options: prepared.appOptions },
      warning,
      onUnexpectedExit: (listener) => cluster.onUnexpectedExit(listener),
      stop: () => cluster.stop(),
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function openExternal({ migrationUrl, databaseAppPassword, production }: Settings, databaseUrl: string): Promise<OpenDatabase> {
  const prepared = await prepareDatabase({
    privilegedUrl: migrationUrl ?? databaseUrl,
    ...(migrationUrl === undefined ? {} : { appUrl: databaseUrl }),
    ...(databaseAppPassword === undefined ? {} : { appPassword: databaseAppPassword }),
  });
  const warning = await assertRestricted(prepared.appUrl, { appOptions: prepared.appOptions, durable: production });
  return {
    owner: { url: prepared.ownerUrl, options: prepared.ownerOptions },
    app: { url: prepared.appUrl, options: prepared.appOptions },
    warning,
    onUnexpectedExit: () => undefined,
    stop: async () => undefined,
  };
}
