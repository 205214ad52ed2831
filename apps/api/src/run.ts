import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { type DemoSignIn, FirstDemo } from './demo/first-demo.js';
import type { Config } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';
import { listen } from './platform/http/listen.js';
import { Readiness } from './platform/http/readiness.js';
import type { Log } from './platform/log/log.js';

const DRAIN_MS = 12_000;

export interface Running {
  readonly app: NestFastifyApplication;
  readonly address: string;
  /** How to sign in to the demo; null where there is none. */
  readonly demo: DemoSignIn | null;
  /** Resolves once everything has stopped. */
  stop(): Promise<void>;
  onDatabaseLost(listener: (error: Error) => void): void;
}

/** Database, schema, application, port: in this order, and taken down in the reverse one. */
export async function run(config: Config, log: Log, say: (line: string) => void): Promise<Running> {
  const database = await openDatabase(config, (line) => log.info({ scope: 'postgres' }, line));
  if (database.warning !== null) say(`Warning: ${database.warning}`);
  let app: NestFastifyApplication | undefined;
  try {
    const applied = await migrate({ url: database.owner.url, options: database.owner.options });
    if (applied.length > 0) say(`Database brought up to date (${applied.length} changes)`);
    app = await createApp({ config, log, database: database.app, web: true });
    const port = await listen(app, config.host, config.port);
    const demo = await app.get(FirstDemo).prepare();
    return running({ app, address: `http://${nameOf(config.host)}:${port}`, demo }, database);
  } catch (error) {
    await app?.close().catch(() => undefined);
    await database.stop();
    throw error;
  }
}

const nameOf = (host: string | undefined): string => {
  if (host === undefined || host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

function running(started: Pick<Running, 'app' | 'address' | 'demo'>, database: Awaited<ReturnType<typeof openDatabase>>): Running {
  const { app } = started;
  let stopping: Promise<void> | undefined;
  const stopOnce = async () => {
    app.get(Readiness).stop();
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, DRAIN_MS)));
    await Promise.race([app.close(), patience]);
    clearTimeout(timer);
    await database.stop();
  };
  return { ...started, stop: () => (stopping ??= stopOnce()), onDatabaseLost: (listener) => database.onUnexpectedExit(listener) };
}
