import { Unlabelled } from './unlabelled.js';

it('counts rows and names the first values of each column', () => {
  const found = new Unlabelled();
  for (let row = 0; row < 30; row++) found.add('City', `City ${row % 15}`);
  found.add('Channel', 'x'.repeat(100));
  expect(found.notices()).toEqual([
    { code: 'values_without_label', params: { column: 'City', count: 30, values: `${Array.from({ length: 10 }, (_, city) => `City ${city}`).join(', ')} …` } },
    { code: 'values_without_label', params: { column: 'Channel', count: 1, values: 'x'.repeat(40) } },
  ]);
});
