import { Client } from 'pg';
import { newId } from '../../src/platform/database/new-id.js';
import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

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

export interface HeldResponse {
  /** Waits until somebody else is about to store this response. */
  wanted(): Promise<void>;
  /** Gives it up: whoever wants to store it goes on. */
  release(): Promise<void>;
}

/** Keeps a response of a survey from being stored, as another transaction does that is just storing it. */
export async function holdResponse(database: TestDatabase, workspaceId: string, surveyId: string | null, externalId: string): Promise<HeldResponse> {
  const other = new Client({ connectionString: database.privilegedUrl });
  await other.connect();
  await other.query('begin');
  await other.query(`insert into responses (workspace_id, id, survey_id, external_id, answered_at, day) values ($1, $2, $3, $4, '2026-01-01', '2026-01-01')`, [workspaceId, newId(), surveyId, externalId]);
  const [own] = (await other.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
  return {
    wanted: async () => {
      await until(() => database.query('select 1 from pg_stat_activity where datname = current_database() and $1 = any (pg_blocking_pids(pid))', [own?.pid]), (waiting) => waiting.length > 0);
    },
    release: () => other.end(),
  };
}
