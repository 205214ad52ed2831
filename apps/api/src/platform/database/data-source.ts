import type { DataSourceOptions } from 'typeorm';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

const shared = {
  type: 'postgres',
  synchronize: false,
  installExtensions: false,
  uuidExtension: 'pgcrypto',
  logging: false,
} as const satisfies Partial<PostgresOptions>;

export interface AppConnection {
  readonly url: string;
  /** Start-up options, for a server that knows one login only. */
  readonly options?: string | undefined;
  readonly pool: number;
}

/**
 * Connections of the running application: the login without rights of ownership. The limits on its waits belong to the role, or
 * stand in `options`: as parameters of a connection poolers refuse them.
 */
export function appDataSource(connection: AppConnection): PostgresOptions {
  return {
    ...shared,
    url: connection.url,
    applicationName: 'afferent',
    extra: {
      max: connection.pool,
      connectionTimeoutMillis: 3_000,
      // Pages come in bursts: making a connection costs more than several of their statements.
      idleTimeoutMillis: 300_000,
      ...(connection.options ? { options: connection.options } : {}),
    },
  };
}

/** The owner's connections, for migrations only. */
export function ownerDataSource(connection: { readonly url: string; readonly options?: string | undefined }): PostgresOptions {
  return {
    ...shared,
    url: connection.url,
    applicationName: 'afferent-migrate',
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    extra: { max: 2, connectionTimeoutMillis: 10_000, ...(connection.options ? { options: connection.options } : {}) },
  };
}
