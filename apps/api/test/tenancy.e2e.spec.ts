import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { type Person, register } from './support/client.js';
import { populate } from './support/populate.js';
import { startTestApp, type TestApp } from './support/test-app.js';

/** Tables that belong to no workspace, and why. */
const globalTables = [
  'users', // one person may belong to several workspaces
  'sessions', // of a person
  'rate_limits', // of addresses and accounts
  'migrations', // of the installation
];

/** Functions that run as the owner and so see more than one workspace: each answers one narrow question. */
const ownerFunctions = [
  'demos_of_user', // the demo workspaces of one person
  'ensure_answer_partition', // a month's partition, which only the owner may make
  'identity_by_key', // who one secret belongs to
  'identity_by_session',
  'invitation_by_token',
  'living_imports', // whose files are still needed
  'unattended_imports', // where background work was left
  'workspaces_of_user',
  'workspaces_with_rollup_deltas',
];

let test: TestApp;
let unit: UnitOfWork;
let owner: Person;
let other: Person;
let tables: string[];
beforeAll(async () => {
  test = await startTestApp();
  unit = test.app.get(UnitOfWork);
  [owner, other] = [await register(test), await register(test)];
  await populate(test, owner);
  await populate(test, other);
  tables = await names(`${inPublic} and c.relkind in ('r', 'p') and not c.relispartition and ${hasWorkspace}`);
});
afterAll(() => test.stop());

const inPublic = `select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace`;
const hasWorkspace = `exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)`;
const names = async (sql: string): Promise<string[]> => (await test.database.query<{ name: string }>(`${sql} order by 1`)).map(({ name }) => name);

describe('the schema', () => {
  it('knows no other tables without a workspace', async () => {
    expect(tables.length).toBeGreaterThan(15);
    expect(await names(`${inPublic} and c.relkind in ('r', 'p') and not ${hasWorkspace}`)).toEqual([...globalTables, 'workspaces'].sort());
  });

  it('puts every table of a workspace under forced row-level security with a policy for reading and writing', async () => {
    const own = `select p.polname from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polroles = '{0}'
      and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace_id%' and pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)`;
    expect(await names(`${inPublic} and c.relkind in ('r', 'p') and not c.relispartition and (${hasWorkspace} or c.relname = 'workspaces')
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (${own}))`)).toEqual([]);
  });

  it('gives no policy to the application\'s login that opens more', async () => {
    const wider = await names(`select p.polrelid::regclass || ' ' || p.polname as name from pg_policy p
      where not (p.polroles = '{0}' and pg_get_expr(p.polqual, p.polrelid) like '%app.workspace_id%') and not p.polroles = array['afferent_owner'::regrole::oid]`);
    expect(wider).toEqual([]);
  });

  it('lets the application touch partitions only through their table', async () => {
    expect(await names(`${inPublic} and c.relispartition and (has_table_privilege('afferent_app', c.oid, 'select') or has_table_privilege('afferent_app', c.oid, 'insert')
      or has_table_privilege('afferent_app', c.oid, 'update') or has_table_privilege('afferent_app', c.oid, 'delete'))`)).toEqual([]);
  });

  it('begins every key and unique index of a workspace\'s table with the workspace', async () => {
    expect(await names(`select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and ${hasWorkspace} and i.indisunique and a.attname <> 'workspace_id'`)).toEqual([]);
  });

  it('carries the workspace through every foreign key between tables of a workspace', async () => {
    expect(await names(`select k.conrelid::regclass || ' ' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and ${hasWorkspace}
      and not exists (select 1 from unnest(k.conkey, k.confkey) as pair (here, there)
        join pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here and h.attname = 'workspace_id'
        join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.there and t.attname = 'workspace_id')`)).toEqual([]);
  });

  it('has views that ask with the reader\'s rights', async () => {
    expect(await names(`${inPublic} and c.relkind in ('v', 'm') and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`)).toEqual([]);
  });

  it('has few functions with the owner\'s rights, each with a fixed search path and closed to others', async () => {
    const definers = `select p.proname::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`;
    expect(await names(definers)).toEqual(ownerFunctions);
    expect(await names(`${definers} and not coalesce(p.proconfig::text like '%search_path=public, pg_temp%', false)`)).toEqual([]);
    expect(await names(`${definers} and has_function_privilege('public', p.oid, 'execute')`)).toEqual([]);
  });

  it('gives the application\'s login no power over it', async () => {
    const [login] = await test.database.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role('afferent_app', 'afferent_owner', 'member') as member from pg_roles where rolname = 'afferent_app'`);
    expect(login).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, member: false });
    expect(await names(`${inPublic} and pg_get_userbyid(c.relowner) <> 'afferent_owner'`)).toEqual([]);
    expect(await names(`${inPublic} and c.relkind in ('r', 'p') and (has_table_privilege('afferent_app', c.oid, 'truncate') or has_table_privilege('afferent_app', c.oid, 'references'))`)).toEqual([]);
  });
});

describe('row-level security, with no where-clause at all', () => {
  const inOwn = <T>(work: () => Promise<T>) => unit.run({ workspaceId: owner.workspaceId }, work);

  it('shows one workspace only, in every table', async () => {
    const seen: string[] = [];
    for (const table of tables) {
      const rows = await inOwn(() => unit.query<{ id: string }>(`select distinct workspace_id as id from ${table}`));
      if (rows.length > 0) seen.push(table);
      expect([table, rows.filter(({ id }) => id !== owner.workspaceId)]).toEqual([table, []]);
    }
    const filled: string[] = [];
    for (const table of tables) {
      if ((await test.database.query(`select 1 from ${table} where workspace_id = $1 limit 1`, [other.workspaceId])).length > 0) filled.push(table);
    }
    expect(filled.length).toBeGreaterThan(12);
    // Deltas are folded into cells at any time.
    expect(filled.filter((table) => !seen.includes(table) && !table.startsWith('rollup'))).toEqual([]);
    expect(await inOwn(() => unit.query('select id from workspaces'))).toEqual([{ id: owner.workspaceId }]);
  });

  it('changes and deletes nothing of another workspace', async () => {
    for (const table of tables) {
      const attempt = (sql: string) => inOwn(() => unit.query(sql, [other.workspaceId]));
      expect([table, await attempt(`update ${table} set workspace_id = workspace_id where workspace_id = $1 returning 1`)]).toEqual([table, []]);
      expect([table, await attempt(`delete from ${table} where workspace_id = $1 returning 1`)]).toEqual([table, []]);
    }
  });

  it('lets no row be written into another workspace', async () => {
    const insert = `insert into functions (workspace_id, id, name, name_key) values ($1, gen_random_uuid(), 'x', 'x')`;
    await expect(inOwn(() => unit.query(insert, [other.workspaceId]))).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(inOwn(() => unit.query('update functions set workspace_id = $1', [other.workspaceId]))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('shows nothing outside of a unit of work', async () => {
    for (const table of tables) expect([table, await unit.read(`select 1 from ${table} limit 1`)]).toEqual([table, []]);
    expect(await unit.runSystem(() => unit.query('select 1 from members'))).toEqual([]);
  });

  it('would show more if it were off, so these tests can fail', async () => {
    await test.database.query('alter table functions disable row level security');
    try {
      const rows = await inOwn(() => unit.query<{ id: string }>('select distinct workspace_id as id from functions'));
      expect(rows.map(({ id }) => id)).toContain(other.workspaceId);
    } finally {
      await test.database.query('alter table functions enable row level security');
    }
  });
});

describe('the unit of work', () => {
  it('keeps workspaces apart on shared connections, also when some fail', async () => {
    const one = async (index: number): Promise<string[]> => {
      const { workspaceId } = index % 2 === 0 ? owner : other;
      return unit.run({ workspaceId }, async () => {
        const rows = await unit.query<{ id: string }>('select distinct workspace_id as id from touchpoints');
        if (index % 7 === 0) throw new Error('planned');
        return rows.map(({ id }) => id).filter((id) => id !== workspaceId);
      });
    };
    const results: PromiseSettledResult<string[]>[] = [];
    for (let wave = 0; wave < 10; wave += 1) results.push(...(await Promise.allSettled(Array.from({ length: 40 }, (_, index) => one(wave * 40 + index)))));
    const found = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
    expect(found).toEqual([]);
    expect(new Set(failures)).toEqual(new Set(['Error: planned']));
    expect(failures).toHaveLength(58);
    expect(await unit.read(`select current_setting('app.workspace_id', true) as setting`)).toEqual([{ setting: '' }]);
  });

  it('rolls back as a whole, and tells about a commit only after it', async () => {
    let told = 0;
    const insert = `insert into functions (workspace_id, id, name, name_key) values ($1, gen_random_uuid(), 'rolled', 'rolled')`;
    const work = (fails: boolean) => unit.run(owner, async () => {
      await unit.query(insert, [owner.workspaceId]);
      unit.afterCommit(() => (told += 1));
      expect(told).toBe(0);
      if (fails) throw new Error('no');
    });
    await expect(work(true)).rejects.toThrow('no');
    expect(await test.database.query(`select 1 from functions where name = 'rolled'`)).toEqual([]);
    await work(false);
    expect([told, await test.database.query(`select name from functions where name = 'rolled'`)]).toEqual([1, [{ name: 'rolled' }]]);
  });

  it('joins an open unit of the same workspace and refuses another one', async () => {
    await unit.run(owner, async () => {
      const outer = unit.manager;
      await unit.run(owner, async () => expect(unit.manager).toBe(outer));
      await expect(async () => unit.run(other, async () => undefined)).rejects.toThrow('cannot change its workspace');
    });
    expect(() => unit.current()).toThrow('No unit of work is open');
  });

  it('writes nothing when it is for reading', async () => {
    const write = () => unit.run(owner, () => unit.query('update functions set name = name where workspace_id = $1', [owner.workspaceId]), { readOnly: true });
    await expect(write()).rejects.toMatchObject({ driverError: { code: '25006' } });
  });

  it('takes uuids only as a workspace', async () => {
    await expect(unit.run({ workspaceId: `'); drop table users; --` }, async () => undefined)).rejects.toThrow('needs uuids');
  });
});
