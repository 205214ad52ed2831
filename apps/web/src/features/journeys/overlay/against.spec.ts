import { makeFormat } from '../../../lib/format';
import { againstPeriod } from './against';

const ru = { ...makeFormat('ru'), locale: 'ru' as const };
const en = { ...makeFormat('en'), locale: 'en' as const };

it('inflects a Russian month and leaves longer periods after a noun that is inflected', () => {
  expect(againstPeriod(ru, { from: '2016-05-01', to: '2016-05-31' })).toBe('маю 2016');
  expect(againstPeriod(ru, { from: '2016-06-01', to: '2017-05-31' })).toMatch(/^периоду июнь 2016 – май 2017$/);
  expect(againstPeriod(ru, { from: '2016-05-01', to: '2016-05-14' })).toBe('периоду 1–14 мая 2016');
});

it('takes an English period as it is', () => {
  expect(againstPeriod(en, { from: '2016-05-01', to: '2016-05-31' })).toBe('May 2016');
});
