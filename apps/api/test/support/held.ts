import { Client } from 'pg';
import type { TestDatabase } from './test-database.js';

/** Runs `work` while another transaction holds the row of a table as its deletion does. */
export async function whileHeld<T>(database: TestDatabase, table: 'functions' | 'touchpoints', id: string, work: () => Promise<T>): Promise<T> {
  const other = new Client({ connectionString: database.privilegedUrl });
  await other.connect();
  try {
    await other.query('begin');
    await other.query(`select from ${table} where id = $1 for update`, [id]);
    return await work();
  } finally {
    await other.end();
  }
}
