import { applyCodebook, readCodebook } from './codebook';
import type { MappingDraft } from './mapping-draft';

it('reads pasted pairs however they are written', () => {
  expect([...readCodebook('Q7FOOD\tRestaurants\n"Q7STORE";"Shops, duty free"\r\nQ7_1 = Staff\nQ9: Rooms\nQ7ART – Art\n\nnothing here')]).toEqual([
    ['q7food', 'Restaurants'], ['q7store', 'Shops, duty free'], ['q7_1', 'Staff'], ['q9', 'Rooms'], ['q7art', 'Art'],
  ]);
});

it('names the columns it knows, as the catalogue spells them', () => {
  const question = { key: 'q', metric: 'csat' as const, scale: [1, 5] as [number, number], missing: [], about: { kind: 'none' as const } };
  const draft = { questions: [{ ...question, column: 'Q7FOOD' }, { ...question, column: 'Q8' }] } as Partial<MappingDraft> as MappingDraft;
  const { draft: next, count } = applyCodebook(draft, readCodebook('q7food\trestaurants'), ['Restaurants']);
  expect([count, next.questions.map(({ about }) => about)]).toEqual([1, [{ kind: 'touchpoint', name: 'Restaurants' }, { kind: 'none' }]]);
});
