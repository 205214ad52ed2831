import type { DemoResponse } from './customers.js';
import type { DemoBatch } from './generate.js';
import { batchSize, generate } from './generate.js';
import { questionKey } from './surveys.js';
import { storyIn } from './stories.js';
import { touchpointCodes, type TouchpointCode } from './touchpoint-facts.js';

const lastMonth = { year: 2026, index: 10 };
const batches: DemoBatch[] = [...generate(storyIn('en'), lastMonth)];
const all = batches.flatMap(({ survey, month, responses }) => responses.map((response) => ({ survey, month, ...response })));
const contacts = all.filter(({ survey }) => survey === 'contact');

type Row = (typeof contacts)[number];
const codeOf = ({ externalId }: Pick<DemoResponse, 'externalId'>) => externalId.slice(0, 3);
const byPoint = new Map<string, Row[]>();
for (const row of contacts) {
  const rows = byPoint.get(codeOf(row)) ?? [];
  rows.push(row);
  byPoint.set(codeOf(row), rows);
}
const rowsOf = (code: TouchpointCode, from: number, to: number) => (byPoint.get(code) ?? []).filter(({ month }) => month >= from && month <= to);
const areaOf = (row: Row) => Number(row.attributes['area']);

const near = (value: number, target: number, tolerance: number) => expect(Math.abs(value - target)).toBeLessThan(tolerance);

/** Mean of a question as an index 0..100 of its scale. */
function level(rows: readonly Row[], key: string, min: number, max: number): number {
  const values = rows.flatMap(({ answers }) => answers[key] ?? []);
  expect(values.length).toBeGreaterThan(0);
  return (100 * (values.reduce((sum, value) => sum + value, 0) / values.length - min)) / (max - min);
}
const csi = (code: TouchpointCode, rows: readonly Row[]) => level(rows, questionKey(code, 'csi'), 1, 5);

describe('the volume', () => {
  test('is about 105,000 answers after a contact, exactly 28,800 recommendations and 8 waves of 600', () => {
    expect(contacts.length).toBeGreaterThan(103_000);
    expect(contacts.length).toBeLessThan(106_000);
    expect(all.filter(({ survey }) => survey === 'recommendation')).toHaveLength(28_800);
    expect(all.filter(({ survey }) => survey === 'satisfaction')).toHaveLength(4_800);
  });

  test('keeps to the size of a batch, one survey in each, in order of months', () => {
    expect(Math.max(...batches.map(({ responses }) => responses.length))).toBeLessThanOrEqual(batchSize);
    const months = batches.map(({ month }) => month);
    expect(months).toEqual(months.toSorted((a, b) => a - b));
    expect(months[0]).toBe(-23);
    expect(months.at(-1)).toBe(0);
  });

  test('has the four special cells exactly', () => {
    expect(rowsOf('T01', -23, 0)).toHaveLength(0);
    expect(rowsOf('T22', -2, 0)).toHaveLength(7);
    expect(rowsOf('T23', -2, 0)).toHaveLength(3);
    expect(rowsOf('T25', -2, 0)).toHaveLength(18);
    expect(rowsOf('T24', -23, -6)).toHaveLength(0);
    for (let month = -5; month <= 0; month += 1) expect(rowsOf('T24', month, month)).toHaveLength(13);
  });

  test('leaves at least 30 answers in the last quarter to every other touchpoint', () => {
    const few = touchpointCodes.filter((code) => rowsOf(code, -2, 0).length < 30);
    expect(few).toEqual(['T01', 'T22', 'T23', 'T25']);
  });
});

describe('an answer', () => {
  test('stays on its scale and in its month', () => {
    for (const { answers, answeredAt, month } of all) {
      for (const [key, value] of Object.entries(answers)) {
        const [min, max] = key === 'recommendation' ? [0, 10] : key.endsWith('_ces') ? [1, 7] : key.endsWith('_emotion') ? [-2, 2] : [1, 5];
        if (!Number.isInteger(value) || value < min || value > max) throw new Error(`${key} = ${value}`);
      }
      const index = new Date(answeredAt).getUTCFullYear() * 12 + new Date(answeredAt).getUTCMonth();
      if (index !== 2026 * 12 + 9 + month) throw new Error(`${answeredAt} is not in month ${month}`);
    }
  });

  test('has an id of its own and comes from a person who was not asked before', () => {
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(all.length);
    expect(new Set(all.map(({ customerRef }) => customerRef)).size).toBe(all.length);
  });

  test('carries a remark in about 18 of 100, of the unhappy more often', () => {
    const share = contacts.filter(({ comment }) => comment !== undefined).length / contacts.length;
    near(share, 0.18, 0.015);
  });

  test('feels worse where the rating is lower', () => {
    const rows = rowsOf('T16', -23, 0).filter(({ answers }) => questionKey('T16', 'emotion') in answers);
    const unhappy = rows.filter(({ answers }) => (answers[questionKey('T16', 'csi')] ?? 0) <= 2);
    const happy = rows.filter(({ answers }) => (answers[questionKey('T16', 'csi')] ?? 0) >= 4);
    const feeling = (some: Row[]) => level(some, questionKey('T16', 'emotion'), -2, 2);
    expect(feeling(happy) - feeling(unhappy)).toBeGreaterThan(10);
  });
});

describe('the levels', () => {
  test('of a touchpoint without events are those of the story', () => {
    near(csi('T11', rowsOf('T11', -23, 0)), 85, 2);
    near(csi('T21', rowsOf('T21', -23, 0)), 42, 3);
    near(level(rowsOf('T16', -2, 0), questionKey('T16', 'emotion'), -2, 2) / 25 - 2, -1.3, 0.25);
  });

  test('fall at the check of held payments four months ago and stay down', () => {
    const before = csi('T16', rowsOf('T16', -23, -5));
    near(before, 60, 2.5);
    near(csi('T16', rowsOf('T16', -4, -4)), 52, 6);
    near(csi('T16', rowsOf('T16', -2, 0)), 45, 3.5);
    near(csi('T17', rowsOf('T17', -2, 0)), 50, 3.5);
  });

  test('rise at the delivery in areas 1–12 only', () => {
    const change = (rows: (from: number, to: number) => Row[]) => csi('T08', rows(-8, 0)) - csi('T08', rows(-23, -12));
    const inside = change((from, to) => rowsOf('T08', from, to).filter((row) => areaOf(row) <= 12));
    const outside = change((from, to) => rowsOf('T08', from, to).filter((row) => areaOf(row) > 12));
    near(inside, 10, 3);
    near(outside, 0, 3);
  });

  test('fall at the chat bot in areas 7–18 while the bot came first', () => {
    const tried = (from: number, to: number) => csi('T19', rowsOf('T19', from, to).filter((row) => areaOf(row) >= 7 && areaOf(row) <= 18));
    near(tried(-16, -9) - tried(-8, 0), -12, 4);
  });

  test('of recommendation are exact, with the customers whose payment was held', () => {
    const scores = (rows: Row[]) => rows.map(({ answers }) => answers['recommendation'] ?? Number.NaN);
    const nps = (values: number[]) => (100 * (values.filter((value) => value >= 9).length - values.filter((value) => value <= 6).length)) / values.length;
    const last = all.filter(({ survey, month }) => survey === 'recommendation' && month === 0);
    expect(nps(scores(last))).toBe(31);
    expect(nps(scores(all.filter(({ survey, month }) => survey === 'recommendation' && month === -18)))).toBe(40);
    const held = last.filter(({ attributes }) => attributes['heldSince'] === 'yes');
    expect(held).toHaveLength(240);
    near(nps(scores(held)), 3, 0.5);
  });

  test('of overall satisfaction end with 74 and 73', () => {
    const wave = (month: number) => level(all.filter((row) => row.survey === 'satisfaction' && row.month === month), 'satisfaction', 1, 5);
    near(wave(-3), 74, 0.2);
    near(wave(0), 73, 0.2);
  });
});

describe('the seed', () => {
  test('gives the same answers again, and other ones for another seed', () => {
    const first = (seed?: number) => generate(storyIn('en'), lastMonth, seed).next().value;
    expect(first()).toEqual(batches[0]);
    expect(first(1)).not.toEqual(batches[0]);
  });

  test('gives the same figures in both languages', () => {
    const figures = ({ responses }: DemoBatch) => responses.map(({ externalId, answeredAt, answers, attributes }) => ({ externalId, answeredAt, answers, area: attributes['area'] }));
    const russian = generate(storyIn('ru'), lastMonth);
    for (const english of batches.slice(0, 12)) expect(figures(russian.next().value as DemoBatch)).toEqual(figures(english));
  });
});
