import { importMappingSchema, type ImportPreview } from '@afferent/contracts';
import { documentOfDraft, draftOf, faultsOf, guessDraft } from './mapping-draft';

const preview: ImportPreview = {
  format: 'csv', encoding: 'utf-8', delimiter: ';', sheets: [], sheet: null, warnings: [],
  header: ['id', 'Дата', 'Segment', 'Restaurants', 'Shoe size'],
  rows: [['1', '01.05.2026', 'A', '5', '3'], ['2', '02.05.2026', 'B', '4', '5'], ['3', '03.05.2026', 'A', '1', '4']],
};

it('turns a guess into a mapping the contract accepts', () => {
  const draft = guessDraft(preview, 'answers may.csv', ['Restaurants'], 'Europe/Moscow');
  expect(faultsOf(draft)).toEqual([]);
  expect(importMappingSchema.parse(documentOfDraft(draft))).toMatchObject({
    name: 'answers may', delimiter: ';', externalId: { template: '{id}' }, answeredAt: { template: '{Дата}', format: 'dd.MM.yyyy', timezone: 'Europe/Moscow' },
    segment: { column: 'Segment', labels: { A: 'A', B: 'B' } }, questions: [{ column: 'Restaurants', touchpoint: 'Restaurants', metric: 'csat', scale: [1, 5] }],
  });
});

it('says what is missing', () => {
  const draft = guessDraft({ ...preview, header: ['a', 'b', 'c', 'd', 'e'] }, '.csv', [], 'UTC');
  expect(faultsOf({ ...draft, name: ' ', externalId: '', answeredAt: { ...draft.answeredAt, template: 'today' } })).toEqual(['name', 'externalId', 'answeredAt', 'noQuestions']);
});

it('refuses two questions about the same thing and a scale that is no scale', () => {
  const draft = guessDraft(preview, 'x.csv', ['Restaurants', 'Shoe size'], 'UTC');
  const twice = { ...draft, questions: draft.questions.map((question) => ({ ...question, about: { kind: 'touchpoint' as const, name: 'Restaurants' } })) };
  expect(faultsOf(twice)).toEqual(['repeated']);
  expect(faultsOf({ ...draft, questions: draft.questions.map((question) => ({ ...question, metric: 'nps' as const })) })).toEqual(['scale']);
});

it('keeps a hand-written mapping as it is', () => {
  const mapping = importMappingSchema.parse({
    name: 'm', format: 'csv', externalId: { template: 'x-{N}' }, answeredAt: { template: '2017-05-{DAY}', timezone: 'America/Los_Angeles' }, weight: { column: 'W' },
    segment: { column: 'S', labels: { 1: 'One' } }, attributes: [{ key: 'airline', column: 'A' }], questions: [{ key: 'q', column: 'Q', metric: 'nps', scale: [0, 10], missing: ['11'], touchpoint: null }],
  });
  expect(importMappingSchema.parse(documentOfDraft(draftOf(mapping, 'UTC')))).toEqual(mapping);
});
