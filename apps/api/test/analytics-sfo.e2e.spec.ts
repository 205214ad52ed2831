import type { Heatmap, Pulse, SurveyResults } from '@afferent/contracts';
import { RollupsService } from '../src/feedback/rollups.service.js';
import { report, type MadeJourney } from './support/answered.js';
import { type Person, register } from './support/client.js';
import { ended } from './support/imports.js';
import { merged } from './support/merged.js';
import { describeSfo, sfoFolder, sfoJson, sfoPath } from './support/sfo.js';
import { startTestApp, type TestApp } from './support/test-app.js';

type Figures = Readonly<Record<string, number>> & { readonly histogram: Readonly<Record<string, number>>; readonly n: number };
interface Expected {
  readonly rows: number;
  readonly questions: Readonly<Record<string, Figures>>;
  readonly bySegment: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  readonly byChannel: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  readonly heatmapCsi: Readonly<Record<string, Readonly<Record<string, number | string | boolean | null>>>>;
}

const near = (actual: unknown, expected: number): boolean => typeof actual === 'number' && Math.abs(actual - expected) <= 1e-6 * Math.max(1, Math.abs(expected));

/** Names of the file's figures as the report names them: formula and field. */
const FIGURES: Readonly<Record<string, readonly [string, 'value' | 'weightedValue']>> = {
  mean: ['mean', 'value'], weightedMean: ['mean', 'weightedValue'], topTwoBox: ['csat', 'value'], index100: ['csi', 'value'], nps: ['nps', 'value'], weightedNps: ['nps', 'weightedValue'],
};

/** Where a question's result and the file differ; below 10 answers every figure must be hidden, below 5 the histogram too. */
function differences(question: SurveyResults['questions'][number] | undefined, expected: Figures): string[] {
  if (question?.n !== expected.n) return [`n ${question?.n}, expected ${expected.n}`];
  const shown = expected.n >= 10;
  const faults: string[] = [];
  const counts = question.histogram == null ? null : Object.fromEntries(question.histogram.filter(({ n }) => n > 0).map(({ score, n }) => [score, n]));
  if (JSON.stringify(counts) !== JSON.stringify(expected.n >= 5 ? expected.histogram : null)) faults.push(`histogram ${JSON.stringify(counts)}`);
  if (shown ? !near(question.effectiveN, expected['effectiveN'] ?? Number.NaN) : question.effectiveN != null) faults.push(`effectiveN ${question.effectiveN}`);
  for (const [name, [metric, field]] of Object.entries(FIGURES)) {
    const figure = expected[name];
    if (figure == null) continue;
    const actual = question.scores.find((score) => score.metric === metric)?.[field];
    if (shown ? !near(actual, figure) : actual !== null) faults.push(`${name} ${String(actual)}, expected ${figure}`);
  }
  return faults;
}

describeSfo('2,831 passengers of San Francisco airport, imported', () => {
  let test: TestApp;
  let owner: Person;
  let journey: MadeJourney;
  let surveyId: string;
  const expected = sfoFolder == null ? ({} as Expected) : sfoJson('expected.json') as Expected;
  const mapping = sfoFolder == null ? { questions: [] } : sfoJson('mapping.json') as { questions: { key: string; touchpoint: string | null }[] };

  beforeAll(async () => {
    test = await startTestApp();
    owner = await register(test, { timezone: 'America/Los_Angeles' });
    const base = `/workspaces/${owner.workspaceId}`;
    journey = (await owner.post(`${base}/journeys`, sfoJson('journey.json') as object).expect(201)).body as MadeJourney;
    const sent = await owner.call('post', `${base}/imports`).field({ mapping: JSON.stringify(mapping), journeyId: journey.id }).attach('file', sfoPath('survey.csv')).expect(202);
    const { id } = sent.body as { id: string };
    const done = await ended(owner, id);
    expect(done).toMatchObject({ status: 'done', accepted: expected.rows });
    surveyId = done.surveyId ?? '';
  });
  afterAll(() => test.stop());

  const results = (query = '') => report<SurveyResults>(owner, `/surveys/${surveyId}/results${query}`);
  const compare = ({ questions }: SurveyResults, figures: Readonly<Record<string, Figures>>) =>
    Object.entries(figures).flatMap(([key, figure]) => differences(questions.find((question) => question.key === key), figure).map((fault) => `${key}: ${fault}`));
  // The file's empty label stands for answers without one: they count unfiltered only.
  const slicesOf = (by: 'bySegment' | 'byChannel') => [...new Set(Object.values(expected[by] ?? {}).flatMap((slices) => Object.keys(slices)))].filter((label) => label !== '');
  const inSlice = (by: 'bySegment' | 'byChannel', label: string) =>
    Object.fromEntries(Object.entries(expected[by]).flatMap(([key, slices]) => (slices[label] == null ? [] : [[key, slices[label]]])));

  it('gives every question\'s figures', async () => {
    expect(Object.keys(expected.questions)).toHaveLength(mapping.questions.length);
    expect(compare(await results(), expected.questions)).toEqual([]);
  });

  it.each(slicesOf('bySegment'))('gives the figures of segment %s', async (label) => {
    expect(compare(await results(`?segment=${encodeURIComponent(label)}`), inSlice('bySegment', label))).toEqual([]);
  });

  it.each(slicesOf('byChannel'))('gives the figures of channel %s', async (label) => {
    expect(compare(await results(`?channel=${encodeURIComponent(label)}`), inSlice('byChannel', label))).toEqual([]);
  });

  it.each(['bySegment', 'byChannel'] as const)('keeps the hidden small ones %s right in the roll-ups', async (by) => {
    await merged(test, owner.workspaceId);
    const column = by === 'bySegment' ? 'segment' : 'channel';
    const rows = await test.database.query<Record<string, number | string>>(
      `select q.key, c.${column} as label, q.scale_min, ${Array.from({ length: 11 }, (_, index) => `sum(c.b${index})::int as b${index}`).join(', ')}, (sum(c.xx))::float8 as xx, ${Array.from({ length: 11 }, (_, index) => `sum(c.x${index})::float8 as x${index}`).join(', ')}
         from rollup_cells c join questions q on q.workspace_id = c.workspace_id and q.id = c.question_id
        where c.workspace_id = $1 and q.survey_id = $2 and c.${column} <> '*' and c.${column === 'segment' ? 'channel' : 'segment'} = '*' group by 1, 2, 3`,
      [owner.workspaceId, surveyId]);
    const small = Object.entries(expected[by]).flatMap(([key, slices]) => Object.entries(slices).filter(([label, { n }]) => label !== '' && n < 10).map(([label, figures]) => ({ key, label, figures })));
    expect(small.length).toBeGreaterThan(20);
    for (const { key, label, figures } of small) {
      const row = rows.find((each) => each['key'] === key && each['label'] === label) ?? {};
      const points = Array.from({ length: 11 }, (_, index) => ({ score: Number(row['scale_min']) + index, n: Number(row[`b${index}`]), weight: Number(row[`b${index}`]) + Number(row[`x${index}`] ?? 0) }));
      expect({ key, label, histogram: Object.fromEntries(points.filter(({ n }) => n > 0).map(({ score, n }) => [score, n])) }).toEqual({ key, label, histogram: figures.histogram });
      const weight = points.reduce((sum, point) => sum + point.weight, 0);
      expect(near(points.reduce((sum, point) => sum + point.weight * point.score, 0) / weight, figures['weightedMean'] ?? Number.NaN)).toBe(true);
      expect(near(weight ** 2 / (figures.n + Number(row['xx'] ?? 0)), figures['effectiveN'] ?? Number.NaN)).toBe(true);
    }
  });

  it('gives every field of the CSI heat map', async () => {
    const map = await report<Heatmap>(owner, `/journeys/${journey.id}/heatmap?metric=csi`);
    expect(map).toMatchObject({ from: '2017-05-01', to: '2017-05-31', family: { tested: 23, q: 0.1 }, overall: { n: expected.questions['overall']?.n } });
    expect(near(map.overall?.value, expected.questions['overall']?.['index100'] ?? Number.NaN)).toBe(true);
    const names = new Map(journey.touchpoints.map(({ id, name }) => [id, name]));
    expect(map.cells.map(({ touchpointId }) => touchpointId)).toEqual(journey.touchpoints.map(({ id }) => id));
    const faults = map.cells.flatMap((cell) => {
      const key = mapping.questions.find(({ touchpoint }) => touchpoint === names.get(cell.touchpointId))?.key ?? '';
      const wanted = Object.entries(expected.heatmapCsi[key] ?? {}).filter(([field]) => field !== 'z' && field !== 'se');
      if (wanted.length !== 10) return [`${key}: nothing to compare with`];
      return wanted.flatMap(([field, value]) => {
        const actual: unknown = cell[field as keyof typeof cell];
        return (typeof value === 'number' ? near(actual, value) : actual === value) ? [] : [`${key}.${field}: ${String(actual)}, expected ${String(value)}`];
      });
    });
    expect(faults).toEqual([]);
    const marked = map.cells.filter((cell) => cell.marked && cell.significant === 'below').sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
    expect(marked.slice(0, 2).map(({ touchpointId }) => names.get(touchpointId))).toEqual(['Restaurants', 'Shops'].map((word) => expect.stringContaining(word) as unknown as string));
  });

  it('shows NPS 40 on Pulse, and equals a recount of the raw answers', async () => {
    const pulse = await report<Pulse>(owner, '/pulse');
    expect(Math.round(pulse.nps?.now.value ?? Number.NaN)).toBe(40);
    expect(near(pulse.nps?.now.weightedValue, expected.questions['recommend']?.['weightedNps'] ?? Number.NaN)).toBe(true);
    expect(await test.app.get(RollupsService).differences(owner.workspaceId)).toBe(0);
  });
});
