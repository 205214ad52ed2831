import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { sqlState } from './connection.js';
import { scramVerifier } from './scram-verifier.js';
import { reason, StartRefused } from './start-refused.js';

/** Owns every table and runs migrations; nobody signs in as it. */
export const ownerRole = 'afferent_owner';
/** The application's login: row-level security binds it. */
export const appRole = 'afferent_app';

const appSettings: Record<string, string> = {
  statement_timeout: '15s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '10s',
};

export const appSettingOptions = Object.entries(appSettings).map(([name, value]) => `-c ${name}=${value}`).join(' ');

const raceCodes = new Set(['42710', '23505', 'XX000', '40001']);

/** Roles belong to the whole server: another database's start may make them in the same moment. */
async function attempt(client: Client, sql: string): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    try {
      await client.query(sql);
      return;
    } catch (error) {
      if (sqlState(error) === '42710') return;
      if (!raceCodes.has(sqlState(error) ?? '') || turn >= 5) throw error;
    }
  }
}

interface RoleRow {
  rolname: string;
  rolconfig: string[] | null;
}

async function existing(client: Client): Promise<Map<string, RoleRow>> {
  const { rows } = await client.query<RoleRow>('select rolname, rolconfig from pg_roles where rolname = any($1)', [[ownerRole, appRole]]);
  return new Map(rows.map((row) => [row.rolname, row]));
}

/** Can this login `SET ROLE` to `role`? Since Postgres 16 membership alone does not say so. */
async function canBecome(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ can: boolean }>(
    `select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as can`,
    [role],
  );
  return rows[0]?.can ?? false;
}

export async function becomeAble(client: Client, role: string): Promise<boolean> {
  if (await canBecome(client, role)) return true;
  try {
    const { rows } = await client.query<{ me: string }>('select current_user as me');
    await attempt(client, `grant ${role} to ${escapeIdentifier(rows[0]?.me ?? '')}`);
  } catch {
    return false;
  }
  return canBecome(client, role);
}

/** Makes both roles where they are missing. */
export async function ensureRoles(client: Client, variable: string): Promise<void> {
  const roles = await existing(client);
  try {
    if (!roles.has(ownerRole)) await attempt(client, `create role ${ownerRole} nologin`);
    if (!roles.has(appRole)) await attempt(client, `create role ${appRole} login nosuperuser nobypassrls noinherit`);
    const config = roles.get(appRole)?.rolconfig ?? [];
    for (const [name, value] of Object.entries(appSettings)) {
      if (!config.some((entry) => entry.startsWith(`${name}=`))) await attempt(client, `alter role ${appRole} set ${name} = ${escapeLiteral(value)}`);
    }
  } catch (error) {
    throw new StartRefused(
      `${variable}: this login may not make the roles ${ownerRole} and ${appRole} (${reason(error)}); give it CREATEROLE, or make them as docs/operations.md says and set DATABASE_MIGRATION_URL`,
    );
  }
  if (!(await becomeAble(client, ownerRole))) {
    throw new StartRefused(`${variable}: this login may not act as ${ownerRole}; run "grant ${ownerRole} to" it as an administrator`);
  }
}

export async function setAppPassword(client: Client, password: string): Promise<void> {
  await attempt(client, `alter role ${appRole} password ${escapeLiteral(scramVerifier(password))}`);
}

const wantedGrants = [
  { check: `has_database_privilege('${ownerRole}', current_database(), 'CREATE')`, object: 'database', right: 'create', role: ownerRole },
  { check: `has_database_privilege('${appRole}', current_database(), 'CONNECT')`, object: 'database', right: 'connect', role: appRole },
  { check: `has_schema_privilege('${ownerRole}', 'public', 'CREATE')`, object: 'schema', right: 'create', role: ownerRole },
  { check: `has_schema_privilege('${ownerRole}', 'public', 'USAGE')`, object: 'schema', right: 'usage', role: ownerRole },
  { check: `has_schema_privilege('${appRole}', 'public', 'USAGE')`, object: 'schema', right: 'usage', role: appRole },
] as const;

/** Rights on this database; those an administrator has already given are left alone. */
export async function ensureGrants(client: Client, variable: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = rows[0]?.name ?? '';
  const holds = async (check: string) => (await client.query<{ held: boolean }>(`select ${check} as held`)).rows[0]?.held ?? false;
  for (const { check, object, right, role } of wantedGrants) {
    if (await holds(check)) continue;
    const on = object === 'database' ? `database ${escapeIdentifier(database)}` : 'schema public';
    const statement = `grant ${right} on ${on} to ${role}`;
    await attempt(client, statement).catch(() => undefined);
    if (!(await holds(check))) throw new StartRefused(`${variable}: this login may not run "${statement}"; let it own the database, or run that line as an administrator`);
  }
}
