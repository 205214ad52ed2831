import { addedQuestion } from './added-question';
import { draftOf, faultsOf } from './mapping-draft';

const about = { kind: 'touchpoint' as const, name: 'Staff' };
const tableOf = (...values: string[]) => ({ header: ['id', 'Staff'], texts: [], rows: values.map((value, row) => [String(row), value]) });
const draft = draftOf({ name: 'a', format: 'csv', externalId: { template: '{id}' }, answeredAt: { template: '2026-01-01' }, questions: [] }, 'UTC');

it('leaves the scores of unknown words to the person, and the draft is no mapping before', () => {
  const question = addedQuestion(tableOf('Immer', 'Oft', 'Nie', 'N/A', 'Oft'), 'Staff', about);
  expect(question).toEqual({ key: 'Staff', column: 'Staff', metric: 'csi', scale: [1, 3], missing: ['N/A'], labels: { Immer: NaN, Oft: NaN, Nie: NaN }, about });
  expect(faultsOf({ ...draft, questions: [question] })).toEqual(['labels']);
  expect(faultsOf({ ...draft, questions: [{ ...question, labels: { Immer: 3, Oft: 2, Nie: Number.NaN }, missing: ['N/A', 'Nie'] }] })).toEqual([]);
  expect(faultsOf({ ...draft, questions: [{ ...question, labels: { Immer: 3, Oft: 2, Nie: 1 } }] })).toEqual([]);
});

it('asks for no scores of numbers, free text and words it knows', () => {
  expect(addedQuestion(tableOf('12', '30', '55'), 'Staff', about)).toEqual({ key: 'Staff', column: 'Staff', metric: 'csat', scale: [1, 5], missing: [], about });
  expect(addedQuestion(tableOf(...Array.from({ length: 30 }, (_, row) => `Comment ${row} about it`)), 'Staff', about).labels).toBeUndefined();
  expect(addedQuestion(tableOf('Bad', 'Neutral', 'Good'), 'Staff', about).labels).toEqual({ Bad: 1, Neutral: 2, Good: 3 });
});
