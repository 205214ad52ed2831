import { createHmac } from 'node:crypto';
import { escapeIdentifier, type Client } from 'pg';
import { passwordOf, sqlState, targetOf, unreachable, withClient, withDatabase, withLogin, withOption, type Target } from './connection.js';
import { appRole, appSettingOptions, becomeAble, ensureGrants, ensureRoles, ownerRole, setAppPassword } from './roles.js';
import { reason, StartRefused } from './start-refused.js';

export interface PrepareDatabaseOptions {
  /** a login that may make roles, or one that an administrator made a member of afferent_owner */
  privilegedUrl: string;
  /** made when it is missing; without it the URL's own database is used as it is */
  databaseName?: string;
  /** the application's password; by default it is derived from the privileged one, so that all instances agree */
  appPassword?: string;
  /** the application's own login (DATABASE_URL beside DATABASE_MIGRATION_URL); used when it is a restricted one */
  appUrl?: string;
}

export interface PreparedDatabase {
  ownerUrl: string;
  /** the pg option `options` of connections that run migrations */
  ownerOptions: string;
  appUrl: string;
  /** the pg option `options` of the application's connections, often empty */
  appOptions: string;
}

const oldestVersion = 150_000;
const prepareLock = 4_021_807_311;

async function assertVersion(client: Client, variable: string): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  );
  if ((rows[0]?.number ?? 0) < oldestVersion) throw new StartRefused(`${variable}: this is Postgres ${rows[0]?.text ?? ''}; Afferent needs 15 or newer`);
}

async function ensureDatabase(target: Target, name: string): Promise<void> {
  await withClient(target, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await client.query(`create database ${escapeIdentifier(name)}`).catch((error: unknown) => {
      // Made by another instance between the two statements.
      if (sqlState(error) !== '42P04' && sqlState(error) !== '23505') throw error;
    });
  });
}

/** The login that was given for the application, with limits on its waits when it has none of its own; undefined when it is a privileged one. */
async function restricted(target: Target): Promise<Target | undefined> {
  return withClient(target, async (client) => {
    const { rows } = await client.query<{ powers: boolean; limited: boolean }>(
      `select rolsuper or rolcreaterole or rolbypassrls as powers, current_setting('statement_timeout') <> '0' as limited from pg_roles where rolname = current_user`,
    );
    if (rows[0]?.powers !== false) return undefined;
    return rows[0].limited ? target : withOption(target, appSettingOptions);
  });
}

async function signsIn(target: Target): Promise<Error | undefined> {
  try {
    await withClient(target, (client) => client.query('select 1'));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * The application's login, in the order of preference: as it stands, with its password set anew, and at last the privileged
 * login acting as the application's role (a server or pooler that knows one login only).
 */
async function appTarget(client: Client, base: Target, password: string | undefined, variable: string): Promise<Target> {
  const login = withLogin(base, appRole, password);
  let failure = await signsIn(login);
  if (failure && password) {
    failure = await setAppPassword(client, password).then(() => signsIn(login), (error: Error) => error);
  }
  if (!failure) return login;
  const acting = withOption(withOption(base, `-c role=${appRole}`), appSettingOptions);
  if ((await becomeAble(client, appRole)) && !(await signsIn(acting))) return acting;
  const hint = password ? 'let it sign in' : 'put a password into DATABASE_URL';
  throw new StartRefused(`${variable}: the login ${appRole} is refused (${reason(failure)}); ${hint}, or set DATABASE_APP_PASSWORD (docs/operations.md)`);
}

/**
 * Makes the database ready for migrations and for the application: roles, grants, the application's login. Safe to run by
 * several instances at once. Throws `StartRefused` with one line when the login given cannot do it.
 */
export async function prepareDatabase({ privilegedUrl, databaseName, appPassword, appUrl }: PrepareDatabaseOptions): Promise<PreparedDatabase> {
  const variable = appUrl === undefined ? 'DATABASE_URL' : 'DATABASE_MIGRATION_URL';
  const given = targetOf(privilegedUrl);
  const own = appUrl === undefined ? undefined : targetOf(appUrl);
  const base = databaseName === undefined ? given : withDatabase(given, databaseName);
  try {
    if (databaseName !== undefined) await ensureDatabase(given, databaseName);
    // A pooler refuses options: one that shares connections would also keep the lock below for ever.
    return await withClient(withOption(base, '-c client_min_messages=warning'), async (client) => {
      await assertVersion(client, variable);
      await client.query('select pg_advisory_lock($1)', [prepareLock]);
      await ensureRoles(client, variable);
      await ensureGrants(client, variable);
      const password = appPassword ?? derived(passwordOf(given));
      const app = (own && (await restricted(own))) ?? (await appTarget(client, base, password, variable));
      const owner = withOption(base, `-c role=${ownerRole}`);
      return { ownerUrl: owner.url, ownerOptions: owner.options, appUrl: app.url, appOptions: app.options };
    });
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw unreachable(variable, base, error);
  }
}

function derived(privilegedPassword: string | undefined): string | undefined {
  return privilegedPassword && createHmac('sha256', privilegedPassword).update(appRole).digest('base64url');
}
