import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RollupsService, rollupSums } from '../src/feedback/rollups.service.js';
import { type Person, register } from './support/client.js';
import { at, bodyOf, imported, rejectionLines, type ImportState } from './support/imports.js';
import { merged } from './support/merged.js';
import { describeSfo, sfoJson, sfoPath } from './support/sfo.js';
import { startTestApp, type TestApp } from './support/test-app.js';

interface Figures { n: number; histogram: Record<string, number>; weightedMean?: number; effectiveN?: number }
interface Expected { rows: number; questions: Record<string, Figures>; bySegment: Record<string, Record<string, Figures>>; byChannel: Record<string, Record<string, Figures>> }

let test: TestApp;
let dataDir: string;
let person: Person;
let journeyId: string;
let state: ImportState;
let questions: Map<string, { id: string; scale: [number, number] }>;
const expected = (): Expected => sfoJson('expected.json') as Expected;
const parts = () => ({ file: readFileSync(sfoPath('survey.csv')), fileName: 'survey.csv', mapping: sfoJson('mapping.json') as object, journeyId });

/** n, histogram and weighted figures of a question as reports read them. */
async function read(key: string, segment: string | null, channel: string | null): Promise<Figures> {
  const question = questions.get(key);
  if (!question) throw new Error(`The survey has no question ${key}`);
  const points = Array.from({ length: 11 }, (_, index) => index);
  const { sql, parameters } = rollupSums(
    { workspaceId: person.workspaceId, questionIds: [question.id], segment, channel, from: '2017-05-01', to: '2017-05-31' },
    { figures: [...points.flatMap((point) => [`b${point}`, `x${point}`]), 'xx'] },
  );
  const [row] = await test.database.query<Record<string, number | null>>(sql, [...parameters]);
  const counts = points.map((point) => row?.[`b${point}`] ?? 0);
  const weights = points.map((point, index) => (counts[index] ?? 0) + (row?.[`x${point}`] ?? 0));
  const n = counts.reduce((sum, count) => sum + count, 0);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const histogram = Object.fromEntries(counts.flatMap((count, point) => (count > 0 ? [[String(question.scale[0] + point), count]] : [])));
  return { n, histogram, weightedMean: weights.reduce((sum, one, point) => sum + one * (question.scale[0] + point), 0) / weight, effectiveN: weight ** 2 / (n + (row?.['xx'] ?? 0)) };
}

function same(found: Figures, figures: Figures): void {
  expect(found).toMatchObject({ n: figures.n, histogram: Object.fromEntries(Object.entries(figures.histogram).filter(([, count]) => count > 0)) });
  if (figures.weightedMean !== undefined) expect(Math.abs((found.weightedMean ?? 0) - figures.weightedMean)).toBeLessThan(1e-6);
  if (figures.effectiveN !== undefined) expect(Math.abs((found.effectiveN ?? 0) - figures.effectiveN)).toBeLessThan(1e-5);
}

describeSfo('the SFO survey of 2017', () => {
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'afferent-sfo-'));
    test = await startTestApp({ dataDir });
    person = await register(test, { timezone: 'Asia/Tokyo' });
    journeyId = bodyOf<{ id: string }>(await person.post(at(person, '/journeys'), sfoJson('journey.json') as object).expect(201)).id;
    state = await imported(person, parts());
    const survey = bodyOf<{ questions: { id: string; key: string; scale: [number, number] }[] }>(await person.get(at(person, `/surveys/${state.surveyId}`)).expect(200));
    questions = new Map(survey.questions.map((question) => [question.key, question]));
  });
  afterAll(async () => {
    await test.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('is imported whole, and the same file again accepts nothing', async () => {
    expect(state).toMatchObject({ status: 'done', rowsRead: 2831, accepted: 2831, duplicates: 0, rejected: 0, warnings: [], error: null, firstDay: '2017-05-05', lastDay: '2017-05-30' });
    const again = await imported(person, parts());
    expect(again).toMatchObject({ status: 'done', rowsRead: 2831, accepted: 0, duplicates: 2831, rejected: 0, rejectedAnswers: state.rejectedAnswers, surveyId: state.surveyId });
    expect(await rejectionLines(person, state.id)).toHaveLength(1 + state.rejectedAnswers);
  });

  it('keeps the map as it was drawn', async () => {
    const drawn = sfoJson('journey.json') as { stages: { touchpoints: { name: string }[] }[] };
    const map = bodyOf<{ touchpoints: { name: string }[] }>(await person.get(at(person, `/journeys/${journeyId}`)).expect(200));
    expect(map.touchpoints.map((touchpoint) => touchpoint.name)).toEqual(drawn.stages.flatMap((stage) => stage.touchpoints.map((touchpoint) => touchpoint.name)));
  });

  it.each([false, true])('gives every figure of the independent count (merged: %s)', async (isMerged) => {
    const rollups = test.app.get(RollupsService);
    if (isMerged) await merged(test, person.workspaceId);
    for (const [key, figures] of Object.entries(expected().questions)) same(await read(key, null, null), figures);
    for (const [key, channels] of Object.entries(expected().byChannel)) for (const [channel, figures] of Object.entries(channels)) if (channel) same(await read(key, null, channel), figures);
    for (const [key, segments] of Object.entries(expected().bySegment)) for (const [segment, figures] of Object.entries(segments)) if (segment) same(await read(key, segment, null), figures);
    expect(await rollups.differences(person.workspaceId)).toBe(0);
  });
});
