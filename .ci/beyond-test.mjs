// What `npm test` leaves to the continuous integration: the API on an external Postgres 15, migration drift, a boot of the built API, how much JavaScript a map needs.
import { join } from 'node:path';
import { build, tell } from '../apps/api/bin/prepare.mjs';
import { root, say } from '../apps/api/bin/workspace.mjs';
import { startExternalPostgres } from './external-postgres.mjs';
import { jest } from './jest.mjs';
import { add, check, exitCodeOf, lineOf, nothing } from './tally.mjs';

const node = process.execPath;
const ownServers = ['cluster.e2e', 'prepare-database.e2e'];

async function onExternal() {
  const server = await startExternalPostgres();
  if (!server) {
    say('skipped: there is no Postgres 15 in /usr/lib/postgresql and it cannot be installed here');
    return { ...nothing, skipped: 1 };
  }
  try {
    say('\n== roles on Postgres 15');
    let tally = await jest('apps/api/jest.config.mjs', ['--testPathPatterns=prepare-database.e2e'], { TEST_ROLES_DATABASE_URL: server.url });
    say('\n== API tests on Postgres 15');
    tally = add(tally, await jest('apps/api/jest.config.mjs', ['--testPathPatterns=/api/test/', `--testPathIgnorePatterns=${ownServers.join('|')}`], { TEST_DATABASE_URL: server.url }));
    say('\n== migration drift on Postgres 15');
    return add(tally, await check('entities and migrations agree', node, [join(root, '.ci/drift.mjs')], { environment: { DRIFT_DATABASE_URL: server.url } }));
  } finally {
    await server.stop();
  }
}

let total = { ...nothing, failed: 1 };
try {
  await build();
  total = await onExternal();
  say('\n== boot');
  total = add(total, await check('the built API starts, serves and stops', node, [join(root, '.ci/boot.mjs')]));
  say('\n== size');
  total = add(total, await check('a map is drawn within its budget of JavaScript', node, [join(root, '.ci/map-size.mjs')]));
} catch (error) {
  total = { ...total, failed: total.failed + 1 };
  try {
    tell(error);
  } catch {
    process.stderr.write(`${error.stack}\n`);
  }
}
process.exitCode = exitCodeOf(total);
say(lineOf(total));
