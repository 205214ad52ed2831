import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.js';
import { type Config, readConfig } from '../../src/platform/config/config.js';
import { createLog } from '../../src/platform/log/log.js';
import './parser-sources.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** Base address of the listening server, for clients that need a real socket. */
  readonly address: string;
  stop(): Promise<void>;
}

/** The application on a database of its own, listening on a free port of the loopback. */
export async function startTestApp(overrides: Partial<Config> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'afferent-test-app-'));
  const config: Config = { ...readConfig({ LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent' }), demo: false, dataDir, ...overrides };
  const app = await createApp({ config, log: createLog(config), database: { url: database.appUrl, options: database.appOptions } });
  await app.listen(0, '127.0.0.1');
  return {
    app,
    database,
    address: await app.getUrl(),
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
