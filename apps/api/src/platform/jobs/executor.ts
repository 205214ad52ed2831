import type PgBoss from 'pg-boss';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The application's pool as pg-boss wants it. Its scripts open transactions of their own, so a failed one is rolled back before the connection goes back. */
export function executorOf(dataSource: DataSource): PgBoss.Db {
  const pool = () => Reflect.get(dataSource.driver, 'master') as Pool;
  return {
    executeSql: async (sql, values) => {
      const client = await pool().connect();
      try {
        const result = await client.query(sql, values);
        return { rows: result.rows ?? [] };
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
