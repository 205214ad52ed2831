import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from 'exceljs';
import { RollupsService } from '../src/feedback/rollups.service.js';
import { type Person, register } from './support/client.js';
import { describeGuards, type GuardedRoute } from './support/guarded.js';
import { at, bodyOf, header, imported, rejectionLines, sendForm, spooled, visits } from './support/imports.js';
import { joined, keyWith } from './support/team.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let test: TestApp;
let dataDir: string;
let owner: Person;
let journeyId: string;
let importId: string;

const newJourney = async (person: Person, stages: object[] = [{ name: 'Start' }, { name: 'End' }]) =>
  bodyOf<{ id: string }>(await person.post(at(person, '/journeys'), { name: 'Visit', state: 'current', stages }).expect(201)).id;
const csv = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
let names = 0;
/** A mapping of its own survey, so that tests do not meet each other's rows. */
const fresh = (change: object = {}) => visits({ name: `Visits ${(names += 1)}`, ...change });

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'afferent-imports-'));
  test = await startTestApp({ dataDir });
  owner = await register(test, { timezone: 'Europe/Moscow' });
  journeyId = await newJourney(owner);
  importId = (await imported(owner, { file: csv('1,2026-01-01,,,,,9,5'), mapping: visits(), journeyId })).id;
});
afterAll(async () => {
  await test.stop();
  rmSync(dataDir, { recursive: true });
});

const routes: Record<string, () => GuardedRoute> = {
  'GET imports': () => ({ method: 'get', path: '/imports', forbidden: null, scopes: ['read'] }),
  'GET imports/{id}': () => ({ method: 'get', path: `/imports/${importId}`, forbidden: null, scopes: ['read'] }),
  'GET imports/{id}/rejections': () => ({ method: 'get', path: `/imports/${importId}/rejections`, forbidden: null, scopes: ['read'] }),
  'GET import-mappings': () => ({ method: 'get', path: '/import-mappings', forbidden: null, scopes: ['read'] }),
};
describeGuards(Object.keys(routes), () => ({ test, owner, route: (name) => routes[name]!() }));

describe.each(['/imports', '/imports/check', '/imports/preview'])('POST %s', (path) => {
  const parts = () => ({ file: csv('1,2026-01-01,,,,,9,5'), mapping: fresh(), journeyId });
  it('401, 403 and 404 before the body is read', async () => {
    const { anonymous } = await import('./support/client.js');
    await sendForm(Object.assign(anonymous(test), { workspaceId: owner.workspaceId }) as Person, path, parts()).expect(401);
    await sendForm(await joined(test, owner, 'contributor'), path, parts()).expect(403);
    const key = Object.assign(await keyWith(test, owner, ['read', 'responses:write']), { workspaceId: owner.workspaceId }) as Person;
    await sendForm(key, path, parts()).expect(403);
    await sendForm(Object.assign(await register(test), { workspaceId: owner.workspaceId }), path, parts()).expect(404);
  });
  it('400 without a file, for a part that is not known, and 415 without a form', async () => {
    await sendForm(owner, path, { ...parts(), order: ['mapping'] }).expect(400);
    await sendForm(owner, path, parts()).field('mood', 'good').expect(400);
    await owner.post(at(owner, path), { file: 'x' }).expect(415);
  });
});

describe('cancel', () => {
  it('is refused to strangers, to weak roles and for what has ended', async () => {
    const stranger = await register(test);
    await stranger.post(at(stranger, `/imports/${importId}/cancel`)).expect(404);
    await (await joined(test, owner, 'viewer')).post(at(owner, `/imports/${importId}/cancel`)).expect(403);
    expect(bodyOf(await owner.post(at(owner, `/imports/${importId}/cancel`)).expect(409))).toMatchObject({ code: 'import_ended' });
  });
});

describe('an import', () => {
  it.each([[['file', 'mapping', 'journeyId']], [['journeyId', 'mapping', 'file']], [['mapping', 'file', 'journeyId']]] as const)('takes its parts in the order %j', async (order) => {
    const state = await imported(owner, { file: csv('1,2026-01-01,,,,,9,5', '2,2026-01-02,,,,,11,0'), mapping: fresh(), journeyId, order });
    expect(state).toMatchObject({ status: 'done', progress: 1, rowsRead: 2, accepted: 2, duplicates: 0, rejected: 0, rejectedAnswers: 0, warnings: [], error: null, firstDay: '2026-01-01', lastDay: '2026-01-02' });
    expect(await rejectionLines(owner, state.id)).toEqual(['row,column,code,detail,value']);
  });

  it('takes the mapping as an attached file too', async () => {
    const call = owner.call('post', at(owner, '/imports')).attach('mapping', Buffer.from(`\ufeff${JSON.stringify(fresh())}`), 'mapping.json').attach('file', Buffer.from(csv()), 'a.csv').field('journeyId', journeyId);
    await call.expect(202);
  });

  it('leaves no file behind', async () => {
    await imported(owner, { file: csv('1,2026-01-01,,,,,9,5'), mapping: fresh(), journeyId });
    await sendForm(owner, '/imports', { file: csv(), mapping: '{', journeyId }).expect(422);
    await spooled(dataDir, 0);
  });

  it('forgets an upload that breaks off', async () => {
    const { hostname, port } = new URL(test.address);
    const boundary = 'limit';
    const call = request({ hostname, port, method: 'POST', path: `/api/v1${at(owner, '/imports')}`, headers: { cookie: owner.cookie, 'sec-fetch-site': 'same-origin', 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': 10_000_000 } });
    call.on('error', () => undefined);
    call.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${csv('1,2026-01-01,,,,,9,5').repeat(5000)}`);
    await spooled(dataDir, 1);
    call.destroy();
    await spooled(dataDir, 0);
  });

  it('makes touchpoints, places them in the last stage, and uses its survey again', async () => {
    const person = await register(test);
    const journey = await newJourney(person);
    await person.post(at(person, '/touchpoints'), { name: ' wi-FI ' }).expect(201);
    const questions = [...visits().questions, { key: 'food', column: 'CH', metric: 'csat', scale: [1, 5], missing: [], touchpoint: 'Food' }];
    const first = await imported(person, { file: csv('1,2026-01-01,,,4,,9,5'), mapping: visits({ questions, channel: undefined }), journeyId: journey });
    const second = await imported(person, { file: csv('1,2026-01-01,,,4,,9,5', '2,2026-01-01,,,4,,9,5'), mapping: visits({ questions, channel: undefined }), journeyId: journey });
    expect(second).toMatchObject({ surveyId: first.surveyId, accepted: 1, duplicates: 1 });
    const map = bodyOf<{ stages: { id: string; name: string }[]; touchpoints: { name: string; stageId: string }[] }>(await person.get(at(person, `/journeys/${journey}`)).expect(200));
    expect(map.touchpoints.map(({ name, stageId }) => [name, map.stages.find((stage) => stage.id === stageId)?.name])).toEqual([['wi-FI', 'End'], ['Food', 'End']]);
    expect(bodyOf<{ items: unknown[] }>(await person.get(at(person, '/touchpoints'))).items).toHaveLength(2);
    const saved = bodyOf<{ items: { name: string; surveyId: string; mapping: object }[] }>(await person.get(at(person, '/import-mappings')).expect(200));
    expect(saved.items).toMatchObject([{ name: 'Visits', surveyId: first.surveyId }]);
    const without = await imported(person, { file: csv('3,2026-01-01,,,4,,9,5'), mapping: visits({ questions: questions.slice(1), channel: undefined }) });
    expect(without.surveyId).not.toBe(first.surveyId);
  });

  it('is listed, the newest first', async () => {
    const person = await register(test);
    const mapping = visits({ questions: [visits().questions[1]] });
    for (const name of ['a.csv', 'b.csv']) await imported(person, { file: csv(), fileName: name, mapping });
    const list = bodyOf<{ items: { fileName: string }[] }>(await person.get(at(person, '/imports')).expect(200));
    expect(list.items.map((item) => item.fileName)).toEqual(['b.csv', 'a.csv']);
  });

  it('counts every row once and names what it rejected', async () => {
    const file = csv(
      '1,2026-01-01,0.5,b,w,fine,9,5', '1,2026-01-01,,,,again,1,1', '2,2026-02-30,,,,,9,5', ',2026-01-01,,,,,9,5', '3,,,,,,9,5', '4,2026-01-01,0,,,,9,5',
      '5,2026-01-01,,x,y,"two\nlines",12,6', '6,2026-01-01', '7,2026-01-01,,,,,9,5,extra', '8,1989-12-31,,,,,9,5', '9,2999-01-01,,,,,9,5', '10,2026-01-01,,,,=cmd|calc,=1+1,5', '11,2026-01-01,,,,"unclosed,9,5', '12,2026-1-5 7:03,,l,,,0,1',
    );
    const state = await imported(owner, { file, mapping: fresh(), journeyId });
    expect(state).toMatchObject({ status: 'done', rowsRead: 14, accepted: 5, duplicates: 1, rejected: 8, rejectedAnswers: 3, firstDay: '2026-01-01', lastDay: '2026-01-05' });
    const lines = (await rejectionLines(owner, state.id)).map((line) => line.split(',').slice(0, 3).join(','));
    expect(lines).toEqual([
      'row,column,code', '4,DATE,invalid_time', '5,ID,missing_id', '6,DATE,missing_time', '7,W,invalid_weight', '8,NPS,invalid_answer', '8,WIFI,invalid_answer',
      '10,,too_many_fields', '11,DATE,time_out_of_range', '12,DATE,time_out_of_range', '13,NPS,invalid_answer', '14,,unclosed_quote',
    ]);
    const text = (await rejectionLines(owner, state.id)).join('\n');
    expect(text).toContain(`'=1+1`);
    expect(text).not.toMatch(/(^|,)"?[=+@-][^,]*[a-z+]/m);
    const again = await imported(owner, { file, mapping: visits({ name: `Visits ${names}` }), journeyId });
    expect(again).toMatchObject({ rowsRead: 14, accepted: 0, duplicates: 6, rejected: 8, rejectedAnswers: 3 });
  });

  it.each([
    ['UTF-8 with BOM', Buffer.from(`\ufeff${csv('1,2026-01-01,,b,,,9,5')}`), {}],
    ['semicolons, found by themselves', Buffer.from(csv('1,2026-01-01,,b,,,9,5').replaceAll(',', ';')), {}],
    ['tabs, found by themselves', Buffer.from(csv('1,2026-01-01,,b,,,9,5').replaceAll(',', '\t')), {}],
    ['tabs, as said', Buffer.from(csv('1,2026-01-01,,b,,,9,5').replaceAll(',', '\t')), { delimiter: '\t' }],
    ['line ends of Windows', Buffer.from(csv('1,2026-01-01,,b,,,9,5').replaceAll('\n', '\r\n')), {}],
    ['headers with blanks around', Buffer.from(csv('1,2026-01-01,,b,,,9,5').replace('ID', ' ID ')), {}],
    ['NUL bytes in a comment', Buffer.from(csv('1,2026-01-01,,b,,a\u0000b,9,5')), {}],
    ['no line end at the end', Buffer.from(csv('1,2026-01-01,,b,,,9,5').trimEnd()), {}],
  ])('reads %s', async (_, file, change) => {
    const state = await imported(owner, { file, mapping: fresh(change), journeyId });
    expect(state).toMatchObject({ status: 'done', rowsRead: 1, accepted: 1, rejectedAnswers: 0, error: null });
    const [row] = await test.database.query(`select segment from responses where survey_id = $1`, [state.surveyId]);
    expect(row).toEqual({ segment: 'Business' });
  });

  it.each([['windows-1251', { encoding: 'windows-1251' }], ['windows-1251, not said', {}]])('reads %s', async (_, change) => {
    const bytes = Buffer.concat([Buffer.from(`${header}\n1,2026-01-01,,`), Buffer.from([0xc4, 0xe5, 0xeb, 0xee]), Buffer.from(',,'), Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), Buffer.from(',9,5\n')]);
    const state = await imported(owner, { file: bytes, mapping: fresh({ ...change, segment: { column: 'SEG', labels: { Дело: 'Business' } } }), journeyId });
    expect(await test.database.query('select segment, comment from responses where survey_id = $1', [state.surveyId])).toEqual([{ segment: 'Business', comment: 'Привет' }]);
  });

  it('rejects only the rows whose text is not in the encoding', async () => {
    const bytes = Buffer.concat([Buffer.from(csv('1,2026-01-01,,b,,Дело,9,5', '2,2026-01-01,,')), Buffer.from([0xc4, 0xe5]), Buffer.from(',,,9,5\n3,2026-01-01,,l,,,9,5\n')]);
    const file = Buffer.from(bytes.toString('latin1').replace('2,2026-01-01,,\n', '2,2026-01-01,,'), 'latin1');
    const state = await imported(owner, { file, mapping: fresh({ encoding: 'utf-8' }), journeyId });
    expect(state).toMatchObject({ rowsRead: 3, accepted: 2, rejected: 1 });
    expect((await rejectionLines(owner, state.id))[1]).toMatch(/^3,SEG,invalid_encoding/);
  });

  it.each([
    ['the id column missing', csv('1,2026-01-01,,,,,9,5').replace('ID,', 'NO,'), /"ID".*not in/],
    ['the time column missing', csv('1,2026-01-01,,,,,9,5').replace('DATE', 'WHEN'), /"DATE"/],
    ['the id column doubled', csv('1,2026-01-01,,,,,9,5').replace('TEXT', 'ID'), /"ID".*2 times/],
    ['the time column doubled', csv('1,2026-01-01,,,,,9,5').replace('TEXT', ' DATE '), /"DATE".*2 times/],
    ['no content', '', /empty/],
    ['UTF-16', Buffer.from(`\ufeff${csv('1,2026-01-01,,,,,9,5')}`, 'utf16le'), /UTF-16/],
    ['an archive instead of text', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]), /ZIP/],
  ])('fails with %s and stores nothing', async (_, file, error) => {
    const mapping = fresh({ questions: [{ ...visits().questions[1], touchpoint: `Never made ${names}` }] });
    const state = await imported(owner, { file, mapping, journeyId });
    expect(state).toMatchObject({ status: 'failed', accepted: 0, rowsRead: 0, surveyId: null, error: expect.stringMatching(error) });
    expect(await test.database.query('select 1 from surveys where name = $1', [mapping.name])).toEqual([]);
    expect(await test.database.query('select 1 from touchpoints where name = $1', [`Never made ${names}`])).toEqual([]);
  });

  it('skips a question whose column is missing or doubled, with a warning', async () => {
    const state = await imported(owner, { file: csv('1,2026-01-01,,,,9,9,5').replace('NPS', 'WIFI'), mapping: fresh(), journeyId });
    expect(state).toMatchObject({ status: 'done', accepted: 1 });
    expect(state.warnings).toEqual([expect.stringMatching(/"NPS".*not in the file/), expect.stringMatching(/"WIFI".*2 times/)]);
    const survey = bodyOf<{ questions: unknown[] }>(await owner.get(at(owner, `/surveys/${state.surveyId}`)).expect(200));
    expect(survey.questions).toEqual([]);
  });

  it('fails when its questions changed under the same name', async () => {
    const mapping = fresh();
    await imported(owner, { file: csv('1,2026-01-01,,,,,9,5'), mapping, journeyId });
    const changed = { ...mapping, questions: [{ ...mapping.questions[1], key: 'nps' }] };
    expect(await imported(owner, { file: csv('2,2026-01-01,,,,,9,5'), mapping: changed, journeyId })).toMatchObject({ status: 'failed', accepted: 0, error: expect.stringMatching(/another name/) });
    const scaled = fresh({ questions: [{ ...mapping.questions[1], scale: [1, 10] }] });
    expect(await imported(owner, { file: csv('2,2026-01-01,,,,,9,5'), mapping: scaled, journeyId })).toMatchObject({ status: 'failed', error: expect.stringMatching(/wifi 1\.\.5/) });
  });

  it.each([
    ['text that is not JSON', '{"name":'], ['an unknown field', fresh({ mood: 1 })], ['an unknown metric', fresh({ questions: [{ ...visits().questions[0], metric: 'fame' }] })],
    ['an unknown zone', fresh({ answeredAt: { column: 'DATE', timezone: 'Mars/Olympus' } })], ['a format without a month', fresh({ answeredAt: { column: 'DATE', format: 'yyyy' } })],
    ['an NPS of 1..5', fresh({ questions: [{ ...visits().questions[0], scale: [1, 5] }] })], ['a label *', fresh({ segment: { column: 'SEG', labels: { b: '*' } } })],
    ['an id without a column', fresh({ externalId: { template: 'x' } })], ['two questions with one key', fresh({ questions: [visits().questions[0], { ...visits().questions[1], key: 'nps' }] })],
    ['two questions about the same', fresh({ questions: [visits().questions[1], { ...visits().questions[1], key: 'b', touchpoint: 'WI-FI' }] })],
    ['an unknown encoding', fresh({ encoding: 'koi8-r' })], ['an unknown delimiter', fresh({ delimiter: '~' })], ['both a column and a template', fresh({ answeredAt: { column: 'DATE', template: '{DATE}' } })],
    ['no questions', fresh({ questions: [] })],
  ])('answers 422 to a mapping with %s', async (_, mapping) => {
    const answer = bodyOf<{ code: string; issues: unknown[] }>(await sendForm(owner, '/imports', { file: csv(), mapping, journeyId }).expect(422));
    expect(answer).toMatchObject({ code: 'invalid_mapping', issues: [expect.objectContaining({ message: expect.any(String) })] });
  });

  it('needs a journey that exists where a question is about a journey', async () => {
    await sendForm(owner, '/imports', { file: csv(), mapping: fresh() }).expect(422);
    await sendForm(owner, '/imports', { file: csv(), mapping: fresh(), journeyId: '01890a5d-ac96-774b-bcce-b302099a8057' }).expect(404);
    await sendForm(owner, '/imports', { file: csv(), mapping: fresh(), journeyId: 'mine' }).expect(400);
    const stranger = await register(test);
    await sendForm(stranger, '/imports', { file: csv(), mapping: fresh(), journeyId }).expect(404);
  });

  it('keeps roll-ups equal to the raw answers, weights and all', async () => {
    expect(await test.app.get(RollupsService).differences(owner.workspaceId)).toBe(0);
  });
});

describe('a spreadsheet', () => {
  async function book(fill: (sheet: Excel.Worksheet) => void): Promise<Buffer> {
    const workbook = new Excel.Workbook();
    workbook.addWorksheet('Notes').addRow(['nothing']);
    const sheet = workbook.addWorksheet('Ответы');
    sheet.addRow(header.split(','));
    fill(sheet);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }
  const xlsx = (change: object = {}) => fresh({ format: 'xlsx', sheet: 'Ответы', ...change });

  it('is read as it is displayed', async () => {
    const file = await book((sheet) => {
      const row = sheet.addRow([7, new Date('2026-01-03T09:30:00Z'), 0.5, 'b', 'w', 'Привет', 9, '5']);
      row.getCell(1).numFmt = '0000';
      row.getCell(2).numFmt = 'dd.mm.yyyy hh:mm';
      sheet.addRow([8, '04.01.2026 10:00', null, null, null, null, 4.4, 0]).getCell(7).numFmt = '0';
      sheet.addRow([9, 'soon', null, null, null, null, 4]);
    });
    const state = await imported(owner, { file, fileName: 'a.xlsx', mapping: xlsx({ answeredAt: { column: 'DATE', format: 'dd.MM.yyyy HH:mm' } }), journeyId });
    expect(state).toMatchObject({ status: 'done', rowsRead: 3, accepted: 2, rejected: 1 });
    const rows = await test.database.query('select external_id, answered_at::text, day::text, weight::text, comment from responses where survey_id = $1 order by 1', [state.surveyId]);
    expect(rows).toMatchObject([{ external_id: 'v-0007', day: '2026-01-03', weight: '0.5', comment: 'Привет' }, { external_id: 'v-8', day: '2026-01-04' }]);
  });

  it.each([
    ['a sheet that is not there', { sheet: 'Answers' }, /no sheet “Answers”.*Notes, Ответы/],
    ['another sheet’s header', { sheet: 'Notes' }, /"ID"/],
  ])('fails with %s', async (_, change, error) => {
    expect(await imported(owner, { file: await book(() => undefined), mapping: xlsx(change), journeyId })).toMatchObject({ status: 'failed', error: expect.stringMatching(error) });
  });

  it('fails when the file is no spreadsheet, and is too large beyond 20 MiB', async () => {
    expect(await imported(owner, { file: csv(), mapping: xlsx(), journeyId })).toMatchObject({ status: 'failed', error: expect.stringMatching(/not a spreadsheet/) });
    const large = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(21 * 1024 * 1024)]);
    const answer = await sendForm(owner, '/imports', { file: large, mapping: xlsx(), journeyId }).expect(413);
    expect(bodyOf(answer)).toMatchObject({ code: 'too_large' });
    await spooled(dataDir, 0);
  });

  it('is previewed and checked without being stored', async () => {
    const file = await book((sheet) => {
      sheet.addRow([7, new Date('2026-01-03T09:30:00Z'), 0.5, 'b', 'w', 'Привет', 9, '5']);
      sheet.addRow([7, '2026-01-03', 0, 'b', 'w', 'Привет', 12, '5']);
    });
    const preview = await sendForm(owner, '/imports/preview', { file, order: ['file'] }).field('format', 'xlsx').field('sheet', 'Ответы').expect(200);
    expect(bodyOf(preview)).toMatchObject({ format: 'xlsx', sheets: ['Notes', 'Ответы'], sheet: 'Ответы', header: header.split(','), rows: [['7', '2026-01-03', '0.5', 'b', 'w', 'Привет', '9', '5'], expect.any(Array)] });
    const check = await sendForm(owner, '/imports/check', { file, mapping: xlsx(), journeyId }).expect(200);
    expect(bodyOf(check)).toMatchObject({ rowsRead: 2, wouldAccept: 1, duplicates: 0, rejected: 1, rejectedAnswers: 0, complete: true, error: null, faults: [{ code: 'invalid_weight', column: 'W', count: 1 }], samples: [{ row: 3, column: 'W', value: '0' }] });
    expect(await test.database.query('select 1 from surveys where name = $1', [`Visits ${names}`])).toEqual([]);
  });
});

describe('a check', () => {
  it('tells a missing column as the import would', async () => {
    const check = await sendForm(owner, '/imports/check', { file: 'ID,WHEN\n1,2\n', mapping: fresh(), journeyId }).expect(200);
    expect(bodyOf(check)).toMatchObject({ rowsRead: 0, wouldAccept: 0, error: expect.stringMatching(/"DATE"/) });
  });
  it('guesses how a CSV file is written for its preview', async () => {
    const preview = await sendForm(owner, '/imports/preview', { file: 'a;b\n1;"x,y"\n', order: ['file'] }).field('format', 'csv').expect(200);
    expect(bodyOf(preview)).toMatchObject({ encoding: 'utf-8', delimiter: ';', header: ['a', 'b'], rows: [['1', 'x,y']] });
    await sendForm(owner, '/imports/preview', { file: '', order: ['file'] }).field('format', 'csv').expect(422);
  });
});
