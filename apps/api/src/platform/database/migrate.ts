import { DataSource } from 'typeorm';
import { createQueues } from '../jobs/queues.js';
import { ownerDataSource } from './data-source.js';
import { readMigrations } from './migrations-folder.js';

const LOCK = 6_046_113;

export interface MigrateSettings {
  readonly url: string;
  /** Start-up options of the connection, for example the role to become. */
  readonly options?: string | undefined;
}

/** Brings the schema up to date as the owner; instances that start together wait for each other. Returns the names of what ran. */
export async function migrate(settings: MigrateSettings): Promise<string[]> {
  const source = new DataSource({ ...ownerDataSource(settings), migrations: await readMigrations() });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    const done = await source.runMigrations({ transaction: 'each' });
    await createQueues(source);
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
