import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { Jobs } from '../src/platform/jobs/jobs.service.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { until } from './support/until.js';

let test: TestApp;
let jobs: Jobs;
let unit: UnitOfWork;
const seen: string[] = [];
let failures = 1;

beforeAll(async () => {
  test = await startTestApp();
  jobs = test.app.get(Jobs);
  unit = test.app.get(UnitOfWork);
  jobs.work('mail', async (payload) => {
    const name = String(Reflect.get(payload, 'name'));
    seen.push(name);
    if (name === 'fails once' && failures > 0) {
      failures -= 1;
      throw new Error('not yet');
    }
  });
});
afterAll(() => test.stop());

const untilSeen = (name: string, times: number) => until(() => seen.filter((item) => item === name).length, (count) => count >= times);

describe('jobs', () => {
  it('run once their transaction has committed', async () => {
    await unit.runSystem(() => jobs.send('mail', { name: 'committed' }));
    await untilSeen('committed', 1);
    expect(seen).toContain('committed');
  });

  it('do not exist when their transaction rolls back', async () => {
    await expect(unit.runSystem(async () => {
      await jobs.send('mail', { name: 'rolled back' });
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await test.database.query(`select 1 from pgboss.job where data->>'name' = 'rolled back'`)).toHaveLength(0);
  });

  it('are tried again after a failure', async () => {
    await unit.runSystem(() => jobs.send('mail', { name: 'fails once' }));
    await untilSeen('fails once', 2);
    expect(seen.filter((name) => name === 'fails once')).toHaveLength(2);
  });

  it('are given back by a process that stops, and taken up by the next at once', async () => {
    const names: string[] = [];
    const work = async (payload: object, { signal }: { signal: AbortSignal }) => {
      names.push(String(Reflect.get(payload, 'name')));
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    };
    const first = await startTestApp();
    first.app.get(Jobs).work('mail', work);
    await first.app.get(UnitOfWork).runSystem(() => first.app.get(Jobs).send('mail', { name: 'long' }));
    await until(() => names.length, (count) => count > 0);
    await first.app.get(Jobs).beforeApplicationShutdown();
    const [row] = await first.database.query<{ state: string; retry_count: number }>(`select state, retry_count from pgboss.job where data->>'name' = 'long'`);
    expect([names, row]).toEqual([['long'], { state: 'retry', retry_count: 0 }]);
    await first.stop();
  });

  it('are taken over when their process is gone', async () => {
    await unit.runSystem(() => jobs.send('mail', { name: 'lost' }));
    await untilSeen('lost', 1);
    await test.database.query(`update pgboss.job set state = 'active', completed_on = null, started_on = now() - interval '1 minute' where data->>'name' = 'lost'`);
    await untilSeen('lost', 2);
    expect(seen.filter((name) => name === 'lost')).toHaveLength(2);
  });
});
