import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { appDataSource } from '../src/platform/database/data-source.js';
import { newId } from '../src/platform/database/new-id.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';
import { until } from './support/until.js';

const workspaceId = newId();
let database: TestDatabase;
let source: DataSource;
let unit: UnitOfWork;

beforeEach(async () => {
  database = await createTestDatabase();
  await database.query(`insert into workspaces (id, name, locale, timezone) values ($1, 'Workspace', 'en', 'UTC')`, [workspaceId]);
  source = new DataSource(appDataSource({ url: database.appUrl, options: database.appOptions, pool: 1 }));
  await source.initialize();
  unit = new UnitOfWork(source);
});
afterEach(async () => {
  jest.restoreAllMocks();
  if (source.isInitialized) await source.destroy();
  await database.drop();
});

const functions = async (): Promise<number> => (await unit.query<{ n: number }>('select count(*)::int as n from functions'))[0]?.n ?? 0;
const read = (): Promise<number> => unit.run({ workspaceId }, functions, { readOnly: true });
const ours = `where application_name = 'afferent' and datname = current_database()`;
const addElsewhere = () =>
  database.query(`insert into functions (workspace_id, id, name, name_key) values ($1, gen_random_uuid(), 'Sales', 'sales')`, [workspaceId]);

/** What happens before a COMMIT reaches the database; units opened from now on wait for it. */
function beforeCommit(happens: () => Promise<unknown>): void {
  const create = source.createQueryRunner.bind(source);
  jest.spyOn(source, 'createQueryRunner').mockImplementation((mode) => {
    const runner = create(mode);
    const commit = runner.commitTransaction.bind(runner);
    runner.commitTransaction = async () => {
      await happens();
      await commit();
    };
    return runner;
  });
}

describe('a unit that only reads', () => {
  it('sees one moment in all its statements', async () => {
    const counts = await unit.run({ workspaceId }, async () => {
      const first = await functions();
      await addElsewhere();
      return [first, await functions()];
    }, { readOnly: true });
    expect(counts).toEqual([0, 0]);
    expect(await read()).toBe(1);
  });

  it('answers before its transaction has ended, and gives its connection back afterwards', async () => {
    let ended = 0;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => { goOn = resolve; });
    beforeCommit(async () => {
      await held;
      ended += 1;
    });
    await read();
    expect(ended).toBe(0);
    goOn();
    // One connection for all: the last is served when the others have given it back.
    await Promise.all(Array.from({ length: 10 }, read));
    expect([10, 11]).toContain(ended);
  });

  it('gives its connection back when that dies before the transaction has ended', async () => {
    beforeCommit(async () => {
      await database.query(`select pg_terminate_backend(pid) from pg_stat_activity ${ours}`);
      await until(() => database.query(`select pid from pg_stat_activity ${ours}`), (left) => left.length === 0);
    });
    expect(await read()).toBe(0);
    jest.restoreAllMocks();
    // A pool of one: who is served at all was given the place of the dead connection.
    expect(await until(() => read().catch(String), (count) => count === 0)).toBe(0);
  });

  it('does not hold up the end of the application', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => { goOn = resolve; });
    beforeCommit(() => held);
    await read();
    // The commit goes on only after this: an end that waited for it would never come.
    await source.destroy();
    expect(source.isInitialized).toBe(false);
    goOn();
    await sleep(50);
  });

  it('ends before what shall follow its commit', async () => {
    const order: string[] = [];
    beforeCommit(async () => {
      await sleep(30);
      order.push('commit');
    });
    await unit.run({ workspaceId }, async () => unit.afterCommit(() => order.push('follows')), { readOnly: true });
    expect(order).toEqual(['commit', 'follows']);
  });
});

describe('a unit that writes', () => {
  it('answers after its commit and sees what others committed meanwhile', async () => {
    const order: string[] = [];
    beforeCommit(async () => {
      await sleep(30);
      order.push('commit');
    });
    const counts = await unit.run({ workspaceId }, async () => {
      const first = await functions();
      await addElsewhere();
      return [first, await functions()];
    });
    order.push('answer');
    expect(counts).toEqual([0, 1]);
    expect(order).toEqual(['commit', 'answer']);
  });

  it('fails with the error of its commit', async () => {
    beforeCommit(() => Promise.reject(new Error('the disk is full')));
    await expect(unit.run({ workspaceId }, functions)).rejects.toThrow('the disk is full');
    jest.restoreAllMocks();
    expect(await read()).toBe(0);
  });
});
