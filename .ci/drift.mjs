// An empty database → all migrations → TypeORM compares it with the entities: it must want no change. DRIFT_DATABASE_URL names the server.
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { root } from '../apps/api/bin/workspace.mjs';

const dist = join(root, 'apps/api/dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { prepareDatabase } = await load('platform/database/cluster/prepare-database.js');
const { migrate } = await load('platform/database/migrate.js');

const files = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.entity.js'));
const entities = (await Promise.all(files.map(load))).flatMap((exported) => Object.values(exported)).filter((value) => typeof value === 'function');
if (entities.length === 0) throw new Error('there are no entities in apps/api/dist');

const { ownerUrl, ownerOptions } = await prepareDatabase({ privilegedUrl: process.env.DRIFT_DATABASE_URL, databaseName: 'afferent_drift' });
const ran = await migrate({ url: ownerUrl, options: ownerOptions });
const source = await new DataSource({ type: 'postgres', url: ownerUrl, entities, installExtensions: false, uuidExtension: 'pgcrypto', extra: { options: ownerOptions } }).initialize();
const { upQueries } = await source.driver.createSchemaBuilder().log();
await source.destroy();
for (const { query } of upQueries) process.stdout.write(`${query}\n`);
process.stdout.write(`${ran.length} migrations, ${entities.length} entities, ${upQueries.length} differences\n`);
process.exitCode = upQueries.length === 0 ? 0 : 1;
