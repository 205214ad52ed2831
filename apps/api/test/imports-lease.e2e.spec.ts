import { jest } from '@jest/globals';
import { newId } from '../src/platform/database/new-id.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { ImportsRepository } from '../src/feedback/imports.repository.js';
import { type Person, register } from './support/client.js';
import { at, bodyOf, ended, header, imported, sendForm, visits } from './support/imports.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { until } from './support/until.js';

let test: TestApp;
let person: Person;
let journeyId: string;
let unit: UnitOfWork;
let imports: ImportsRepository;

beforeAll(async () => {
  test = await startTestApp();
  person = await register(test);
  journeyId = await newJourney(person);
  unit = test.app.get(UnitOfWork);
  imports = test.app.get(ImportsRepository);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => test.stop());

const file = (...ids: number[]) => [header, ...ids.map((id) => `${id},2026-01-01,,b,,,5,5`), ''].join('\n');
const newJourney = async (owner: Person) => bodyOf<{ id: string }>(await owner.post(at(owner, '/journeys'), { name: 'Visit', state: 'current' }).expect(201)).id;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const inUnit = <T>(work: () => Promise<T>) => unit.run({ workspaceId: person.workspaceId }, work);
/** The database's clock, for what must have happened after a moment, however busy the machine is. */
const moment = async () => (await test.database.query<{ at: string }>('select clock_timestamp()::text as at'))[0]?.at ?? '';
/** Whose lease it is, and whether it was made as good as new after a moment. */
const leaseOf = async (id: string, since: string) =>
  (await test.database.query<{ lease: string; renewed: boolean }>(`select lease, leased_until >= $2::timestamptz + interval '10 seconds' as renewed from imports where id = $1`, [id, since]))[0];
/** Longer than a request waits for a lock, and than a lease lasts unless it is renewed. */
const slowChunkMs = 11_000;

/** The application looks for imports that were left alone; here it finds none, so that it does not take ours between two statements. */
const leaveToUs = () => jest.spyOn(imports, 'unattended').mockResolvedValue([]);

/** Opens a unit of work and keeps it open; the answer lets it end. */
async function keptOpen(work: () => Promise<void>): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let opened = () => {};
  const open = new Promise<void>((resolve) => (opened = resolve));
  const unitOfWork = inUnit(async () => {
    await unit.query(`set local idle_in_transaction_session_timeout = '5min'`);
    await work();
    opened();
    await released;
  });
  await Promise.race([open, unitOfWork]);
  return async () => {
    release();
    await unitOfWork;
  };
}

describe('an import’s lease', () => {
  it('outlasts a chunk that takes longer than a lock is waited for, and than the lease', async () => {
    const { surveyId } = await imported(person, { file: file(1), mapping: visits(), journeyId });
    const claim = jest.spyOn(imports, 'claim');
    const renew = jest.spyOn(imports, 'renew');
    const sameRow = `insert into responses (workspace_id, id, survey_id, external_id, answered_at, day) values ($1, $2, $3, 'v-2', '2026-01-01', '2026-01-01')`;
    const letGo = await keptOpen(() => unit.query(sameRow, [person.workspaceId, newId(), surveyId]).then(() => undefined));
    const { id } = bodyOf<{ id: string }>(await sendForm(person, '/imports', { file: file(2, 3), mapping: visits(), journeyId }).expect(202));
    // From here on its chunk waits for the row.
    await until(() => test.database.query(`select 1 from pg_stat_activity where datname = current_database() and query like '%insert into responses%' and wait_event_type = 'Lock'`), (waiting) => waiting.length > 0);
    await pause(slowChunkMs);
    const [first] = await Promise.all(claim.mock.results.map((result) => result.value));
    await letGo();
    expect(await ended(person, id)).toMatchObject({ status: 'done', rowsRead: 2, accepted: 1, duplicates: 1 });
    const claims = (await Promise.all(claim.mock.results.map((result) => result.value))).filter((row) => row !== undefined);
    expect(claims).toEqual([first]);
    expect(renew.mock.calls.length).toBeGreaterThan(1);
    expect((await Promise.allSettled(renew.mock.results.map((result) => result.value))).filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  it('is nobody else’s while a chunk is being stored, however old it is, and is as good as new afterwards', async () => {
    const { id } = await imported(person, { file: file(1), mapping: visits({ name: 'Held' }), journeyId });
    leaveToUs();
    const lease = newId();
    await test.database.query(`update imports set status = 'running', lease = $2, leased_until = now() - interval '1 second' where id = $1`, [id, lease]);
    let since = '';
    const letGo = await keptOpen(async () => {
      await imports.hold(id, lease);
      await unit.query('select pg_sleep(4)');
      since = await moment();
      await imports.advance(id, { type: 'chunk', lastRow: 2, rowsRead: 0, rejected: 0, rejectedAnswers: 0, faults: Buffer.from('[]'), progress: 1, batch: { rows: 0, columns: [], months: [], firstDay: null, lastDay: null } }, 0, null);
    });
    // The chunk is let go only afterwards: whoever waited for its row would be told that it is locked.
    await inUnit(() => imports.renew(id, lease));
    expect(await inUnit(() => imports.claim(id, newId()))).toBeUndefined();
    await letGo();
    expect(await leaseOf(id, since)).toEqual({ lease, renewed: true });
    await inUnit(() => imports.finish(id, lease, 'done', null));
  });

  it('is renewed between chunks, and may be taken once it has run out', async () => {
    const { id } = await imported(person, { file: file(1), mapping: visits({ name: 'Left' }), journeyId });
    leaveToUs();
    const lease = newId();
    await test.database.query(`update imports set status = 'running', lease = $2, leased_until = now() + interval '1 second' where id = $1`, [id, lease]);
    const since = await moment();
    await inUnit(() => imports.renew(id, lease));
    expect(await leaseOf(id, since)).toEqual({ lease, renewed: true });
    const other = newId();
    expect(await inUnit(() => imports.claim(id, other))).toBeUndefined();
    await test.database.query(`update imports set leased_until = now() - interval '1 second' where id = $1`, [id]);
    expect(await inUnit(() => imports.claim(id, other))).toMatchObject({ id });
    expect(await inUnit(() => imports.finish(id, lease, 'done', null))).toBe(false);
    expect(await inUnit(() => imports.finish(id, other, 'done', null))).toBe(true);
  });
});

describe('an import’s file', () => {
  it('is needed until the import has ended, whoever’s it is', async () => {
    const other = await register(test);
    const parts = { file: file(1), mapping: visits({ name: 'Done' }) };
    const [done, queued, running] = [(await imported(person, { ...parts, journeyId })).id, (await imported(person, { ...parts, journeyId })).id, (await imported(other, { ...parts, journeyId: await newJourney(other) })).id];
    await test.database.query(`update imports set status = 'queued', leased_until = now() + interval '1 day' where id = $1`, [queued]);
    await test.database.query(`update imports set status = 'running', leased_until = now() + interval '1 day' where id = $1`, [running]);
    expect((await imports.living([done, queued, running, newId()])).sort()).toEqual([queued, running].sort());
  });
});
