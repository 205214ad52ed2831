import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client as PgClient } from 'pg';
import { parserCommand } from '../src/feedback/import/parser-process.js';
import { ImportRunner } from '../src/feedback/imports/import-runner.js';
import { RollupsService } from '../src/feedback/rollups.service.js';
import { Client, type Person, register } from './support/client.js';
import { holdResponse } from './support/held.js';
import { at, bodyOf, ended, header, imported, sendForm, spooled, stateOf, visits, type ImportState } from './support/imports.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import { until } from './support/until.js';

let test: TestApp;
let dataDir: string;
let person: Person;
let journeyId: string;
const rows = 30_000;

/** Every tenth row is rejected, every tenth repeats the one before, so that each count has something to get wrong. */
const file = (count: number) => {
  const lines = [header];
  for (let row = 0; row < count; row++) lines.push(`${row % 10 === 9 ? row - 1 : row},${row % 10 === 3 ? 'never' : '2026-01-0' + (1 + (row % 9))},${row % 2 ? '0.5' : ''},b,,text,${row % 12},${1 + (row % 5)}`);
  return Buffer.from(`${lines.join('\n')}\n`);
};
/** Nothing but good rows: no other constraint than the lease stands in the way of counting a chunk twice. */
const goodFile = Buffer.from(`${[header, ...Array.from({ length: rows }, (_, row) => `${row},2026-01-01,,,,,5,5`)].join('\n')}\n`);
/** What is stored when the chunk with row 15,000 is about to be. */
const half = { status: 'running', rowsRead: 14_000 };
const whole = { rowsRead: rows, accepted: rows * 0.8, duplicates: rows * 0.1, rejected: rows * 0.1 };

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'afferent-resume-'));
  test = await startTestApp({ dataDir });
  person = await register(test);
  journeyId = bodyOf<{ id: string }>(await person.post(at(person, '/journeys'), { name: 'Visit', state: 'current' }).expect(201)).id;
});
afterAll(async () => {
  await test.stop();
  rmSync(dataDir, { recursive: true });
});

/** The survey of a mapping, made by a file of which no row is stored. */
const surveyOf = async (mapping: object) => (await imported(person, { file: `${header}\nx,never,,,,,5,5\n`, mapping, journeyId })).surveyId;

/** Begins an import of `sent` that stops halfway, until it is released. */
async function stopped(mapping: object, sent: Buffer, through = person): Promise<{ id: string; release: () => Promise<void> }> {
  const held = await holdResponse(test.database, person.workspaceId, await surveyOf(mapping), 'v-15000');
  const { id } = bodyOf<{ id: string }>(await sendForm(through, '/imports', { file: sent, mapping, journeyId }).expect(202));
  await held.wanted();
  return { id, release: held.release };
}
/** Waits until somebody wants the row of an import that is just storing a chunk. */
const waitingFor = (statement: string) =>
  until(() => test.database.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`, [`%${statement}%`]), (rows) => rows.length > 0);
const stored = async (surveyId: string | null) => (await test.database.query<{ count: number }>('select count(*)::int as count from responses where survey_id = $1', [surveyId]))[0]?.count;

async function startOther(): Promise<{ process: ChildProcess; address: string }> {
  const { appUrl: url, appOptions: options } = test.database;
  const support = (name: string) => fileURLToPath(new URL(`./support/${name}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', new URL('./support/typescript.mjs', import.meta.url).href, support('run-app.ts'), JSON.stringify({ url, options, dataDir })], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, address: line.toString().trim() };
}

describe('an import', () => {
  it('goes on after kill -9 of its process, and counts nothing twice', async () => {
    const other = await startOther();
    // Only the other process may take the import: this one looks after imports that are left alone, later.
    const through = Object.assign(new Client(other.address, { cookie: person.cookie, 'sec-fetch-site': 'same-origin' }), { workspaceId: person.workspaceId }) as Person;
    const { id, release } = await stopped(visits({ name: 'Killed' }), file(rows), through);
    expect(await stateOf(person, id)).toMatchObject(half);
    const gone = once(other.process, 'exit');
    other.process.kill('SIGKILL');
    await gone;
    await release();
    const state = await ended(person, id);
    expect(state).toMatchObject({ status: 'done', ...whole });
    expect(await stored(state.surveyId)).toBe(whole.accepted);
    const [rejections] = await test.database.query<{ count: number }>('select count(*)::int as count from import_rejections where import_id = $1', [id]);
    expect(rejections?.count).toBe(state.rejected + state.rejectedAnswers);
    expect(await test.app.get(RollupsService).differences(person.workspaceId)).toBe(0);
  }, 900_000);

  it('goes on after kill -9 of the process that reads its file', async () => {
    const { id, release } = await stopped(visits({ name: 'Unread' }), file(rows));
    expect(await stateOf(person, id)).toMatchObject(half);
    execFileSync('pkill', ['-KILL', '-P', String(process.pid), '-f', parserCommand.entry]);
    await release();
    const state = await ended(person, id);
    expect(state).toMatchObject({ status: 'done', failure: null, ...whole });
    expect(await stored(state.surveyId)).toBe(whole.accepted);
  }, 900_000);

  it('is worked on by one worker only, however many try', async () => {
    const { id } = bodyOf<{ id: string }>(await sendForm(person, '/imports', { file: file(rows), mapping: visits({ name: 'Raced' }), journeyId }).expect(202));
    const never = new AbortController().signal;
    await Promise.all(Array.from({ length: 4 }, () => test.app.get(ImportRunner).run(person.workspaceId, id, never)));
    const state = await ended(person, id);
    expect(state).toMatchObject({ status: 'done', ...whole });
    expect(await stored(state.surveyId)).toBe(whole.accepted);
  });

  it('shares its survey with another one that runs at the same time: each row is stored once', async () => {
    const mapping = visits({ name: 'Together' });
    const sent = await Promise.all([0, 1].map(() => sendForm(person, '/imports', { file: file(rows), mapping, journeyId }).expect(202)));
    const ids = sent.map((answer) => bodyOf<{ id: string }>(answer).id);
    // The worker of an instance takes one after the other; two instances do not.
    await Promise.all(ids.map((id) => test.app.get(ImportRunner).run(person.workspaceId, id, new AbortController().signal)));
    const [one, other] = await Promise.all(ids.map((id) => ended(person, id)));
    expect(one?.surveyId).toBe(other?.surveyId);
    expect((one?.accepted ?? 0) + (other?.accepted ?? 0)).toBe(whole.accepted);
    for (const state of [one, other]) expect(state).toMatchObject({ status: 'done', rowsRead: rows, rejected: whole.rejected });
    expect(await stored(one?.surveyId ?? null)).toBe(whole.accepted);
    expect(await test.app.get(RollupsService).differences(person.workspaceId)).toBe(0);
  });

  it('does not count a chunk of a worker that was overtaken', async () => {
    const { id, release } = await stopped(visits({ name: 'Overtaken' }), goodFile);
    // As if another worker had taken it between two chunks, and died.
    const other = new PgClient({ connectionString: test.database.privilegedUrl });
    await other.connect();
    const overtaking = 'update imports set lease = gen_random_uuid()';
    const overtaken = other.query(`${overtaking}, leased_until = now() - interval '1 second' where id = $1`, [id]);
    await waitingFor(overtaking);
    await release();
    await overtaken;
    await other.end();
    await test.app.get(ImportRunner).run(person.workspaceId, id, new AbortController().signal);
    const state = await ended(person, id);
    expect(state).toMatchObject({ status: 'done', rowsRead: rows, accepted: rows, duplicates: 0 });
    expect(await stored(state.surveyId)).toBe(rows);
    expect(await test.app.get(RollupsService).differences(person.workspaceId)).toBe(0);
  }, 900_000);

  it('can be cancelled while it runs; what is stored stays, the same file later adds the rest', async () => {
    const mapping = visits({ name: 'Cancelled' });
    const { id, release } = await stopped(mapping, file(rows));
    const cancelling = Promise.resolve(person.post(at(person, `/imports/${id}/cancel`)).expect(200));
    await waitingFor(`update imports set status = 'cancelled'`);
    await release();
    const cancelled = bodyOf<ImportState>(await cancelling);
    expect(cancelled).toMatchObject({ status: 'cancelled', rowsRead: half.rowsRead + 2000 });
    await person.post(at(person, `/imports/${id}/cancel`)).expect(200);
    // The worker lets go of the file when it has given up.
    await until(() => existsSync(join(dataDir, 'imports', id)), (isThere) => !isThere);
    const later = await stateOf(person, id);
    expect(later).toEqual(cancelled);
    expect(later.rowsRead).toBe(later.accepted + later.duplicates + later.rejected);
    expect(later.rowsRead).toBeLessThan(rows);
    expect(await stored(later.surveyId)).toBe(later.accepted);
    const { id: second } = bodyOf<{ id: string }>(await sendForm(person, '/imports', { file: file(rows), mapping, journeyId }).expect(202));
    const state = await ended(person, second);
    expect(state).toMatchObject({ status: 'done', rowsRead: rows, accepted: whole.accepted - later.accepted });
    await spooled(dataDir, 0);
  }, 900_000);
});
