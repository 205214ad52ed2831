import type { Client } from 'pg';
import { targetOf, unreachable, withClient } from './connection.js';
import { ownerRole } from './roles.js';
import { StartRefused } from './start-refused.js';

export interface RestrictedChecks {
  appOptions?: string;
  /** Settings that endanger confirmed answers are refused; otherwise they are only told of. */
  durable?: boolean;
  /** the embedded cluster must have data checksums */
  checksums?: boolean;
}

interface Facts {
  login: string;
  superuser: boolean;
  bypass: boolean;
  owned: string | null;
  member: boolean;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  data_checksums: string;
}

const factsQuery = `
  select current_user as login, r.rolsuper as superuser, r.rolbypassrls as bypass,
    (select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'USAGE') limit 1) as owned,
    coalesce((select pg_has_role(current_user, o.oid, 'MEMBER') from pg_roles o where o.rolname = $1), false) as member,
    current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
    current_setting('synchronous_commit') as synchronous_commit, current_setting('data_checksums') as data_checksums
  from pg_roles r where r.rolname = current_user`;

async function factsOf(client: Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(factsQuery, [ownerRole]);
  const facts = rows[0];
  if (!facts) throw new Error('the login has no role');
  return facts;
}

function powersOf(facts: Facts): string | undefined {
  if (facts.superuser) return 'is a superuser';
  if (facts.bypass) return 'may bypass row-level security';
  if (facts.member) return `is a member of ${ownerRole}`;
  return facts.owned === null ? undefined : `owns the table ${facts.owned}`;
}

/** A setting that risks what was confirmed, in one line; null where there is none. */
function riskOf(facts: Facts): string | null {
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).find((name) => facts[name] === 'off');
  return off === undefined ? null : `The database runs with ${off} = off and would lose confirmed answers in a crash; switch it on`;
}

/**
 * Row-level security is silently inert for a superuser, an owner or a BYPASSRLS login: such a login is refused. Returns what there is to warn of on a server
 * that need not be durable, because it is not for production.
 */
export async function assertRestricted(appUrl: string, { appOptions = '', durable = false, checksums = false }: RestrictedChecks = {}): Promise<string | null> {
  const target = { ...targetOf(appUrl), options: appOptions };
  const facts = await withClient(target, factsOf).catch((error: unknown) => {
    throw unreachable('DATABASE_URL', target, error);
  });
  const powers = powersOf(facts);
  if (powers) throw new StartRefused(`The application's database login ${facts.login} ${powers}, so tenants would not be kept apart; give it a restricted login (docs/operations.md)`);
  const risk = riskOf(facts);
  if (durable && risk !== null) throw new StartRefused(risk);
  if (checksums && facts.data_checksums !== 'on') throw new StartRefused('The embedded Postgres has no data checksums; restore its data folder from a backup');
  return risk;
}
