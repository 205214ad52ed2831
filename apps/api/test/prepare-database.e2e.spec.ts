import { Client } from 'pg';
import { join } from 'node:path';
import { assertRestricted } from '../src/platform/database/cluster/assert-restricted.js';
import { startEmbeddedCluster, type EmbeddedCluster } from '../src/platform/database/cluster/embedded-cluster.js';
import { prepareDatabase, type PreparedDatabase } from '../src/platform/database/cluster/prepare-database.js';
import { ask, removeFolders, temporaryFolder } from './support/data-folders.js';

let cluster: EmbeddedCluster | undefined;
let superuserUrl: string;

beforeAll(async () => {
  // A server of its own: roles belong to a whole server, and these tests remove them.
  const given = process.env['TEST_ROLES_DATABASE_URL'];
  cluster = given ? undefined : await startEmbeddedCluster({ dataDir: join(temporaryFolder(), 'data'), log: () => undefined, fast: true, port: 56_300 });
  superuserUrl = given ?? cluster?.superuserUrl ?? '';
  await ask(superuserUrl, `create role maker login createrole password 'p@ss/w:rd 1'`);
  await ask(superuserUrl, `create role plain login password 'plain'`);
  await ask(superuserUrl, 'create database made owner maker');
  await ask(superuserUrl, 'create database foreign_to_maker');
});
afterAll(async () => {
  await cluster?.stop();
  removeFolders();
});

function login(user: string, password: string, database: string): string {
  const url = new URL(superuserUrl);
  url.username = user;
  url.password = encodeURIComponent(password);
  url.pathname = `/${database}`;
  return url.href;
}

const maker = (database = 'made') => login('maker', 'p@ss/w:rd 1', database);
const onDatabase = (database: string) => Object.assign(new URL(superuserUrl), { pathname: `/${database}` }).href;

async function forgetRoles(...databases: string[]): Promise<void> {
  for (const name of databases) await ask(onDatabase(name), 'drop owned by afferent_owner, afferent_app cascade');
  await ask(superuserUrl, 'drop role afferent_app');
  await ask(superuserUrl, 'drop role afferent_owner');
}

/** Makes a table as the owner and answers who the application then is. */
async function use({ ownerUrl, ownerOptions, appUrl, appOptions }: PreparedDatabase) {
  const owner = new Client({ connectionString: ownerUrl, options: ownerOptions });
  await owner.connect();
  await owner.query('create table probe (a int); create extension pg_trgm; create schema probes; grant select on probe to afferent_app');
  const app = new Client({ connectionString: appUrl, options: appOptions });
  await app.connect();
  try {
    await app.query('select a from probe');
    await assertRestricted(appUrl, { appOptions });
    const { rows } = await app.query(
      `select current_user as role, session_user as login, current_setting('statement_timeout') as statement,
         current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`,
    );
    await expect(app.query('create table intruder (a int)')).rejects.toThrow(/permission denied/);
    return rows[0] as unknown;
  } finally {
    await app.end();
    await owner.query('drop table probe; drop extension pg_trgm; drop schema probes');
    await owner.end();
  }
}

const limits = { statement: '15s', lock: '3s', idle: '10s' };
const asApp = { role: 'afferent_app', login: 'afferent_app', ...limits };

describe('preparing a database', () => {
  it('makes it once, by several instances at the same time, and agrees on the login', async () => {
    const several = await Promise.all([1, 2, 3, 4].map((turn) => prepareDatabase({ privilegedUrl: superuserUrl, databaseName: turn > 2 ? 'afferent' : 'second' })));
    expect(await use(several[0] as PreparedDatabase)).toEqual(asApp);
    expect(new Set(several.map(({ appUrl }) => new URL(appUrl).password)).size).toBe(1);
    await forgetRoles('afferent', 'second');
  });

  it('works with a login that may make roles and owns the database', async () => {
    expect(await use(await prepareDatabase({ privilegedUrl: maker() }))).toEqual(asApp);
    expect(await use(await prepareDatabase({ privilegedUrl: maker() }))).toEqual(asApp);
    await expect(prepareDatabase({ privilegedUrl: maker('foreign_to_maker') })).rejects.toThrow(/^DATABASE_URL: this login may not run "grant create on database [^\n]*$/);
    await forgetRoles('made');
  });

  it('acts as the application role where the server lets the application role not sign in', async () => {
    await prepareDatabase({ privilegedUrl: maker() });
    await ask(superuserUrl, 'alter role afferent_app nologin');
    expect(await use(await prepareDatabase({ privilegedUrl: maker() }))).toEqual({ ...asApp, login: 'maker' });
    await forgetRoles('made');
  });

  it('uses two given logins as they are', async () => {
    await prepareDatabase({ privilegedUrl: superuserUrl, databaseName: 'made' });
    await ask(superuserUrl, `alter role afferent_app password 'own'`);
    await ask(superuserUrl, 'grant afferent_owner to plain');
    const appUrl = login('afferent_app', 'own', 'made');
    const prepared = await prepareDatabase({ privilegedUrl: login('plain', 'plain', 'made'), appUrl });
    expect(prepared.appUrl).toBe(appUrl);
    expect(await use(prepared)).toEqual(asApp);
    await forgetRoles('made');
  });

  it.each([
    ['a login without rights', () => login('plain', 'plain', 'made'), /^DATABASE_URL: this login may not make the roles [^\n]*DATABASE_MIGRATION_URL$/],
    ['a wrong password', () => login('plain', 'wrong', 'made'), /^DATABASE_URL: [^\n]*password authentication failed for user "plain"$/],
    ['a missing database', () => login('plain', 'plain', 'nowhere'), /^DATABASE_URL: [^\n]*database "nowhere" does not exist$/],
    ['a server that is not there', () => 'postgres://a:secret@127.0.0.1:1/b', /^DATABASE_URL: the database 127.0.0.1:1\/b cannot be used: connect ECONNREFUSED[^\n]*$/],
    ['another protocol', () => 'mysql://a@localhost/b', /^DATABASE_URL must begin with postgres/],
  ])('refuses %s in one line without the password', async (_name, url, message) => {
    const refused = await prepareDatabase({ privilegedUrl: url() }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'StartRefused', message: expect.stringMatching(message) });
    expect(String(refused)).not.toContain('secret');
  });
});

describe('the check of the application login', () => {
  it('refuses a superuser, a login past row-level security, an owner and a member of the owner', async () => {
    await prepareDatabase({ privilegedUrl: superuserUrl, databaseName: 'made' });
    const refusal = (url: string) => assertRestricted(url).then(() => 'accepted', (error: Error) => error.message);
    const plain = login('plain', 'plain', 'made');
    expect(await refusal(onDatabase('made'))).toMatch(/postgres is a superuser/);
    expect(await refusal(plain)).toBe('accepted');
    await ask(superuserUrl, 'alter role plain bypassrls');
    expect(await refusal(plain)).toMatch(/plain may bypass row-level security/);
    await ask(superuserUrl, 'alter role plain nobypassrls');
    await ask(onDatabase('made'), 'create table mine (a int); alter table mine owner to plain');
    expect(await refusal(plain)).toMatch(/plain owns the table mine/);
    await ask(onDatabase('made'), 'drop table mine; grant afferent_owner to plain');
    expect(await refusal(plain)).toMatch(/plain is a member of afferent_owner/);
    await ask(onDatabase('made'), 'revoke afferent_owner from plain');
    await forgetRoles('made');
  });

  it('warns of a server that would lose confirmed answers, and refuses it where answers must last', async () => {
    const { appUrl } = await prepareDatabase({ privilegedUrl: superuserUrl, databaseName: 'made' });
    expect(await assertRestricted(appUrl)).toMatch(/fsync = off/);
    await expect(assertRestricted(appUrl, { durable: true })).rejects.toThrow(/fsync = off/);
    await forgetRoles('made');
  });
});
