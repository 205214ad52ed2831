import { importMappingSchema } from '@afferent/contracts';
import { documentOfDraft, draftOf, faultsOf, guessDraft, keyOf, labelsFor } from './mapping-draft';
import { sourceOf } from './read-file';

const header = ['id', 'Дата', 'Segment', 'Restaurants', 'Q12'];
const rows = [['1', '01.05.2026', 'A', '5', '3'], ['2', '02.05.2026', 'B', '4', '5'], ['3', '03.05.2026', 'A', '1', '4'], ['4', '04.05.2026', 'B', '2', '1']];
const draftFrom = (names: string[] = [], columns = header, fileName = 'answers may.csv', zone = 'Europe/Moscow') => guessDraft(sourceOf(
  new File(['x'], fileName), { format: 'csv', encoding: 'utf-8', delimiter: ';', sheets: [], sheet: null, warnings: [], notices: [], header: columns, headerRow: 1, rows, rowNumbers: [2, 3, 4, 5] }, names, zone,
), zone);

it('turns a guess into a mapping the contract accepts', () => {
  const draft = draftFrom(['Restaurants']);
  expect(faultsOf(draft)).toEqual([]);
  expect(importMappingSchema.parse(documentOfDraft(draft))).toMatchObject({
    name: 'answers may', delimiter: ';', externalId: { template: '{id}' }, answeredAt: { template: '{Дата}', format: 'd.M.yyyy', timezone: 'Europe/Moscow' },
    segment: { column: 'Segment', labels: { A: 'A', B: 'B' } }, questions: [{ column: 'Restaurants', touchpoint: 'Restaurants', metric: 'csat', scale: [1, 5] }],
  });
});

it('takes the zone that a column names, else the workspace’s', () => {
  expect(draftFrom([], ['id', 'Submitted (UTC)', 'Segment', 'Room', 'Bar']).answeredAt).toEqual({ template: '{Submitted (UTC)}', format: 'd.M.yyyy', timezone: 'UTC' });
});

it('shortens values that are too long for a label', () => {
  const { labels } = labelsFor({ header: ['City'], texts: [], rows: [['x'.repeat(300)], ['y'.repeat(600)], ['*'], [' Riga ']] }, 'City');
  expect(labels).toEqual({ ['x'.repeat(300)]: 'x'.repeat(200), Riga: 'Riga' });
});

it('says what is missing', () => {
  const draft = draftFrom([], ['a', 'b', 'c', 'q1', 'q2'], '.csv', 'UTC');
  expect(faultsOf({ ...draft, name: ' ', externalId: '', answeredAt: { ...draft.answeredAt, template: '' } })).toEqual(['name', 'externalId', 'answeredAt', 'noQuestions']);
});

it('refuses two questions about the same thing, a scale that is no scale and words beyond it', () => {
  const draft = draftFrom(['Restaurants']);
  const twice = { ...draft, questions: draft.questions.map((question) => ({ ...question, about: { kind: 'touchpoint' as const, name: 'Restaurants' } })) };
  expect(faultsOf(twice)).toEqual(['repeated']);
  expect(faultsOf({ ...draft, questions: draft.questions.map((question) => ({ ...question, metric: 'nps' as const })) })).toEqual(['scale']);
  expect(faultsOf({ ...draft, questions: draft.questions.map((question) => ({ ...question, labels: { Best: 6 } })) })).toEqual(['labels']);
});

it('keeps the ends of long column names in a question\'s key', () => {
  const grid = 'How would you rate the following things that you may have met on your way through our clinic last time? ';
  expect(keyOf('Room')).toBe('Room');
  expect(new Set(['[Doctor]', '[Nurse]'].map((row) => keyOf(grid + row))).size).toBe(2);
  expect(keyOf(`${grid}[Doctor]`)).toHaveLength(100);
});

it('keeps a hand-written mapping as it is', () => {
  const mapping = importMappingSchema.parse({
    name: 'm', format: 'csv', header: { row: 3, rows: 2, skip: 1 }, externalId: { template: 'x-{N}' }, answeredAt: { template: '2017-05-{DAY}', timezone: 'America/Los_Angeles' }, weight: { column: 'W' },
    segment: { column: 'S', labels: { 1: 'One' } }, attributes: [{ key: 'airline', column: 'A' }], questions: [{ key: 'q', column: 'Q', metric: 'nps', scale: [0, 10], missing: ['11'], labels: { Best: 10 }, round: true, touchpoint: null }],
  });
  expect(importMappingSchema.parse(documentOfDraft(draftOf(mapping, 'UTC')))).toEqual(mapping);
});

it('dates answers by the file where no column does', () => {
  const file = new File(['x'], 'a.csv', { lastModified: Date.UTC(2026, 4, 3) });
  const preview = { format: 'csv' as const, encoding: 'utf-8', delimiter: ',', sheets: [], sheet: null, warnings: [], notices: [], header: ['Room', 'Bar'], headerRow: 1, rows: [['1', '5'], ['2', '4'], ['5', '1']], rowNumbers: [2, 3, 4] };
  expect(guessDraft(sourceOf(file, preview, [], 'UTC'), 'UTC')).toMatchObject({ answeredAt: { template: '2026-05-03', format: '' }, externalId: '{#row}' });
});
