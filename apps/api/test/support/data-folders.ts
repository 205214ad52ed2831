import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const made: string[] = [];

/** A folder for data folders, which Postgres' user may enter; its name has what breaks careless code. */
export function temporaryFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'Папка с данными '));
  chmodSync(folder, mode);
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 30_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Asks until the server answers, as an application's pool does after the server was lost. */
export async function askUntilAnswered<T>(url: string, sql: string, patience = 300_000): Promise<T[]> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await ask<T>(url, sql);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
