import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Person, register } from './support/client.js';
import { at, bodyOf, header, imported, rejectionLines, sendForm, visits, type FormParts } from './support/imports.js';
import { startTestApp, type TestApp } from './support/test-app.js';

interface Check {
  rowsRead: number;
  wouldAccept: number;
  duplicates: number;
  rejected: number;
  rejectedAnswers: number;
  complete: boolean;
  warnings: string[];
  error: string | null;
  failure: { code: string } | null;
  firstDay: string | null;
  lastDay: string | null;
  faults: { code: string; column: string | null; count: number }[];
}

let test: TestApp;
let dataDir: string;
let owner: Person;
let journeyId: string;
let names = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'afferent-check-'));
  test = await startTestApp({ dataDir });
  owner = await register(test, { timezone: 'Europe/Moscow' });
  journeyId = bodyOf<{ id: string }>(await owner.post(at(owner, '/journeys'), { name: 'Visit', state: 'current' }).expect(201)).id;
});
afterAll(async () => {
  await test.stop();
  rmSync(dataDir, { recursive: true });
});

const good = '1,2026-01-01,,,,,9,5';
const csv = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
const fresh = (change: object = {}) => visits({ name: `Check ${(names += 1)}`, ...change });
const check = async (parts: FormParts) => bodyOf<Check>(await sendForm(owner, '/imports/check', parts).expect(200));

/** The reasons of a rejections file, counted as a check counts them. */
async function faultsOf(importId: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const line of (await rejectionLines(owner, importId)).slice(1)) {
    const [, column, code] = line.split(',');
    found.set(`${code} ${column}`, (found.get(`${code} ${column}`) ?? 0) + 1);
  }
  return found;
}

/** Checks a file, imports it, and expects the import to report what the check foretold. */
async function agree(parts: FormParts): Promise<void> {
  const foretold = await check(parts);
  const state = await imported(owner, parts);
  const { rowsRead, wouldAccept: accepted, duplicates, rejected, rejectedAnswers, warnings, error, firstDay, lastDay } = foretold;
  expect(state).toMatchObject({ rowsRead, accepted, duplicates, rejected, rejectedAnswers, error, firstDay, lastDay, status: error === null ? 'done' : 'failed' });
  expect(state.failure?.code).toBe(foretold.failure?.code);
  if (error === null) expect(state.warnings).toEqual(warnings);
  expect(new Map(foretold.faults.map(({ code, column, count }) => [`${code} ${column ?? ''}`, count]))).toEqual(await faultsOf(state.id));
}

const cyrillic = Buffer.from([0xc4, 0xe5, 0xeb, 0xee]);
const corpus: [string, Buffer | string, object?][] = [
  ['nothing wrong', csv(good, '2,2026-01-02,,b,w,fine,0,1')],
  ['a header only', csv()],
  ['nothing at all', ''],
  ['ids that repeat', csv(good, good, '2,2026-01-01,,,,,9,5', ' 1 ,2026-01-05,,,,,1,1')],
  ['a repeated id whose first row is rejected', csv('1,never,,,,,9,5', good, good)],
  ['a repeated row with a bad answer', csv(good, '1,2026-01-01,,,,,99,5')],
  ['every kind of bad row', csv('2,2026-02-30,,,,,9,5', ',2026-01-01,,,,,9,5', '3,,,,,,9,5', '4,2026-01-01,0,,,,9,5', '6,2026-01-01', '7,2026-01-01,,,,,9,5,extra', '8,1989-12-31,,,,,9,5', '9,2999-01-01,,,,,9,5', `${'x'.repeat(501)},2026-01-01,,,,,9,5`)],
  ['bad answers only', csv('1,2026-01-01,,,,,99,x', '2,2026-01-01,,,,,=1+1,6', '3,2026-01-01,,,,,4.5,5')],
  ['a quote that is not closed', csv(good, '2,2026-01-01,,,,"open,9,5', '3,2026-01-01,,,,,9,5')],
  ['a record of more than 1 MiB', csv(`1,2026-01-01,,,,${'x'.repeat(1_100_000)},9,5`, '2,2026-01-01,,,,,9,5')],
  ['quoted line breaks', csv('1,2026-01-01,,,,"two\nlines",9,5', '1,2026-01-01,,,,,9,5')],
  ['NUL bytes', csv('1\u0000,2026-01-01,,,,,9,5', '2,2026-01-01,,,,a\u0000b,9,5\u0000')],
  ['a line in another encoding', Buffer.concat([Buffer.from(csv(good, '2,2026-01-01,,,,Дело,9,5')), Buffer.from('3,2026-01-01,,'), cyrillic, Buffer.from(',,,9,5\n')]), { encoding: 'utf-8' }],
  ['windows-1251', Buffer.concat([Buffer.from(`${header}\n1,2026-01-01,,,,`), cyrillic, Buffer.from(',9,5\n')])],
  ['a byte order mark', `\ufeff${csv(good)}`],
  ['UTF-16', Buffer.from(`\ufeff${csv(good)}`, 'utf16le')],
  ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)])],
  ['no id column', csv(good).replace('ID,', 'NO,')],
  ['a doubled time column', csv(good).replace('TEXT', 'DATE')],
  ['a missing question column', csv(good).replace('NPS', 'FAME')],
  ['a doubled question column', csv(good).replace('TEXT', 'NPS')],
  ['text that is no spreadsheet', csv(good), { format: 'xlsx' }],
];

describe('a check', () => {
  it.each(corpus.map(([what, file, change = {}]) => [what, file, change] as const))('counts as the import then does: %s', async (_, file, change) => {
    const parts = { file, mapping: fresh(change), journeyId };
    await agree(parts);
    // The second time every row that was stored is known.
    await agree(parts);
  });

  it('knows the rows that another file brought', async () => {
    const mapping = fresh();
    await imported(owner, { file: csv(good, '2,2026-01-01,,,,,9,5'), mapping, journeyId });
    expect(await check({ file: csv('2,2026-01-01,,,,,9,5', '3,2026-01-01,,,,,9,5', '3,2026-01-01,,,,,9,5'), mapping, journeyId })).toMatchObject({ rowsRead: 3, wouldAccept: 1, duplicates: 2 });
  });

  it('foretells that the survey refuses the questions', async () => {
    const mapping = fresh();
    await imported(owner, { file: csv(good), mapping, journeyId });
    await agree({ file: csv(good), mapping: { ...mapping, questions: [{ ...mapping.questions[1], key: 'nps' }] }, journeyId });
    await agree({ file: csv(good), mapping: fresh({ questions: [{ ...mapping.questions[1], scale: [1, 10] }] }), journeyId });
  });

  it('names the values that have no label, which an import takes as they are', async () => {
    const parts = { file: csv('1,2026-01-01,,b,w,,9,5', '2,2026-01-01,,x,,,9,5', '3,2026-01-01,,y,,,9,5', '4,2026-01-01,,x,W,,9,5'), mapping: fresh(), journeyId };
    const { notices, warnings } = bodyOf<{ notices: object[]; warnings: string[] }>(await sendForm(owner, '/imports/check', parts).expect(200));
    expect(notices).toEqual([
      { code: 'values_without_label', params: { column: 'SEG', count: 3, values: 'x, y' }, detail: warnings[0] },
      { code: 'values_without_label', params: { column: 'CH', count: 1, values: 'W' }, detail: warnings[1] },
    ]);
    expect(await imported(owner, parts)).toMatchObject({ accepted: 4, warnings: [] });
  });

  it('reads 50,000 rows and says when there are more', async () => {
    const rows = Array.from({ length: 50_001 }, (_, row) => `${row},2026-01-01,,,,,9,5`);
    const mapping = fresh();
    expect(await check({ file: csv(...rows), mapping, journeyId })).toMatchObject({ rowsRead: 50_000, wouldAccept: 50_000, complete: false });
    expect(await check({ file: csv(...rows.slice(1)), mapping, journeyId })).toMatchObject({ rowsRead: 50_000, complete: true });
  });

  it('refuses a journey as the import does', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    const stranger = await register(test);
    for (const path of ['/imports', '/imports/check']) {
      await sendForm(owner, path, { file: csv(good), mapping: fresh(), journeyId: unknown }).expect(404);
      await sendForm(owner, path, { file: csv(good), mapping: fresh(), journeyId: 'mine' }).expect(400);
      await sendForm(owner, path, { file: csv(good), mapping: fresh() }).expect(422);
      await sendForm(stranger, path, { file: csv(good), mapping: fresh(), journeyId }).expect(404);
    }
  });

  it('leaves nothing behind', async () => {
    const mapping = fresh({ questions: [{ ...visits().questions[1], touchpoint: 'Never made' }] });
    await check({ file: csv(good), mapping, journeyId });
    expect(await test.database.query('select 1 from surveys where name = $1', [mapping.name])).toEqual([]);
    expect(await test.database.query('select 1 from import_mappings where name = $1', [mapping.name])).toEqual([]);
    expect(await test.database.query('select 1 from touchpoints where name = $1', ['Never made'])).toEqual([]);
  });
});

describe('words', () => {
  it('are codes with what belongs into them, in English beside', async () => {
    const state = await imported(owner, { file: csv(good).replace('NPS', 'WIFI'), mapping: fresh(), journeyId });
    expect(state.notices).toEqual([
      { code: 'column_missing', params: { column: 'NPS', part: 'question', name: 'nps' }, detail: state.warnings[0] },
      { code: 'column_doubled', params: { column: 'WIFI', part: 'question', name: 'wifi', count: 2 }, detail: state.warnings[1] },
    ]);
    const failed = await imported(owner, { file: csv(good).replace('ID,', 'NO,'), mapping: fresh(), journeyId });
    expect(failed.failure).toEqual({ code: 'vital_column_missing', params: { column: 'ID' }, detail: failed.error });
    const preview = bodyOf<{ issues: unknown[] }>(await sendForm(owner, '/imports/preview', { file: '', order: ['file'] }).field('format', 'csv').expect(422));
    expect(preview).toMatchObject({ code: 'unreadable_file', issues: [{ path: 'file', code: 'empty_file' }] });
  });

  it.each([
    [{ questions: [visits().questions[0], { ...visits().questions[1], key: 'nps' }] }, 'questions.1.key', 'repeated_key'],
    [{ questions: [{ ...visits().questions[0], scale: [1, 5] }] }, 'questions.0.scale', 'scale_misfit'],
    [{ externalId: { template: 'x' } }, 'externalId.template', 'no_place'],
    [{ encoding: 'koi8-r' }, 'encoding', 'unknown_encoding'],
    [{ mood: 1 }, '', 'unrecognized_keys'],
  ])('of a mapping that breaks a rule are codes: %j', async (change, path, code) => {
    const answer = bodyOf<{ issues: object[] }>(await sendForm(owner, '/imports/check', { file: csv(), mapping: fresh(change), journeyId }).expect(422));
    expect(answer).toMatchObject({ code: 'invalid_mapping', issues: [{ path, code }] });
  });

  it('of the rejections file are in the asked language', async () => {
    const { id } = await imported(owner, { file: csv('1,2026-01-01,,,,,12,5'), mapping: fresh(), journeyId });
    const file = (lang: string) => owner.get(at(owner, `/imports/${id}/rejections${lang}`));
    expect((await file('').expect(200)).text).toBe('row,column,code,detail,value\r\n2,NPS,invalid_answer,The answer is not a whole number from 0 to 10.,12\r\n');
    expect((await file('?lang=ru').expect(200)).text).toBe('\ufeffстрока,столбец,код,причина,значение\r\n2,NPS,invalid_answer,Оценка — не целое число от 0 до 10.,12\r\n');
    await file('?lang=de').expect(400);
  });
});
