// An empty database → all migrations; another → TypeORM makes what the entities declare. Postgres must describe both alike, and every table must be declared.
// DRIFT_DATABASE_URL names the server; without it an embedded one runs on a folder that is thrown away.
import 'reflect-metadata';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { root } from '../apps/api/bin/workspace.mjs';
import { definitionsIn, relationsIn } from './catalogue.mjs';

const dist = join(root, 'apps/api/dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { startEmbeddedCluster } = await load('platform/database/cluster/embedded-cluster.js');
const { prepareDatabase } = await load('platform/database/cluster/prepare-database.js');
const { migrate } = await load('platform/database/migrate.js');

/** Tables without an entity, and why. */
const undeclared = {
  migrations: 'TypeORM keeps its list of migrations there',
  answers: 'is partitioned by month, which TypeORM cannot declare; it is written and read by SQL alone',
};
const foreignSchemas = ['pgboss'];

/** Words that TypeORM's decorators have no form for: the migration has them, and without them it must be what the entity says. */
const unspeakable = {
  'import_mappings constraint import_mappings_name_key': ' NULLS NOT DISTINCT',
  'questions constraint questions_touchpoint_id_key': ' NULLS NOT DISTINCT',
  'touchpoint_owners constraint touchpoint_owners_user_id_fkey': ' (user_id)',
  'touchpoint_scores index touchpoint_scores_touchpoint_id_idx': ' DESC',
};

async function server() {
  if (process.env.DRIFT_DATABASE_URL) return { url: process.env.DRIFT_DATABASE_URL, stop: async () => undefined };
  const dataDir = mkdtempSync(join(tmpdir(), 'afferent-drift-'));
  chmodSync(dataDir, 0o711);
  const cluster = await startEmbeddedCluster({ dataDir, log: () => undefined, fast: true });
  const stop = () => cluster.stop().then(() => rmSync(dataDir, { recursive: true, force: true }));
  return { url: cluster.superuserUrl, stop };
}

async function readEntities() {
  const files = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.entity.js'));
  const entities = (await Promise.all(files.map(load))).flatMap((exported) => Object.values(exported)).filter((value) => typeof value === 'function');
  if (entities.length === 0) throw new Error('there are no entities in apps/api/dist');
  return entities;
}

async function withSource(privilegedUrl, databaseName, entities, work) {
  const { ownerUrl, ownerOptions } = await prepareDatabase({ privilegedUrl, databaseName });
  const source = new DataSource({ type: 'postgres', url: ownerUrl, entities, installExtensions: false, uuidExtension: 'pgcrypto', extra: { options: ownerOptions } });
  await source.initialize();
  return work(source, { url: ownerUrl, options: ownerOptions }).finally(() => source.destroy());
}

function differences(migrated, declared) {
  const lines = [];
  for (const what of Object.keys(unspeakable)) if (!migrated.get(what)?.includes(unspeakable[what])) lines.push(`${what}: no migration says${unspeakable[what]} any more`);
  for (const what of [...new Set([...migrated.keys(), ...declared.keys()])].sort()) {
    const [inDatabase, inEntity] = [migrated.get(what)?.replaceAll(unspeakable[what] ?? '', ''), declared.get(what)];
    if (inDatabase !== inEntity) lines.push(`${what}\n    migrations: ${inDatabase ?? 'nothing'}\n    entities:   ${inEntity ?? 'nothing'}`);
  }
  return lines;
}

async function unknownTables(source, tables) {
  const known = new Set([...tables, ...Object.keys(undeclared)]);
  const found = await relationsIn(source);
  const gone = Object.keys(undeclared).filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !known.has(name) && !foreignSchemas.some((schema) => name.startsWith(`${schema}.`)));
  return [...gone.map((name) => `${name}: is excused from having an entity, but there is no such table`), ...unknown.map((name) => `${name}: has no entity`)];
}

const { url, stop } = await server();
try {
  const entities = await readEntities();
  const { declared, tables } = await withSource(url, 'afferent_declared', entities, async (source) => {
    await source.synchronize(true);
    const names = source.entityMetadatas.map((entity) => entity.tableName);
    return { tables: names, declared: await definitionsIn(source, names) };
  });
  const { lines, ran } = await withSource(url, 'afferent_drift', [], async (source, connection) => {
    const done = await migrate(connection);
    return { ran: done.length, lines: [...(await unknownTables(source, tables)), ...differences(await definitionsIn(source, tables), declared)] };
  });
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.stdout.write(`${ran} migrations, ${tables.length} entities, ${declared.size} definitions compared, ${lines.length} differences\n`);
  process.exitCode = lines.length === 0 ? 0 : 1;
} finally {
  await stop();
}
