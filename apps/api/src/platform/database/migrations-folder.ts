import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

const folder = new URL('./migrations/', import.meta.url);
const fileName = /^(\d{13})-[a-z0-9-]+\.(ts|js)$/;

/** The migrations in the folder, oldest first; each file holds one class whose name ends with the file's epoch. */
export async function readMigrations(): Promise<MigrationClass[]> {
  const files = (await readdir(fileURLToPath(folder))).filter((name) => fileName.test(name)).sort();
  return Promise.all(files.map(readMigration));
}

async function readMigration(file: string): Promise<MigrationClass> {
  const epoch = file.slice(0, 13);
  const exported: Record<string, unknown> = await import(new URL(file, folder).href);
  const [name, migration] = Object.entries(exported).find(([key]) => key.endsWith(epoch)) ?? [];
  if (name === undefined || typeof migration !== 'function') throw new Error(`${file} exports no class whose name ends with ${epoch}`);
  return migration as MigrationClass;
}
