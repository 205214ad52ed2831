import { guessColumns, guessDateFormat, guessRating } from './guess';

const column = (header: string, ...values: string[]) => ({ header, values });
const spread = (values: string[], times = 5) => Array.from({ length: times }, () => values).flat();

describe('ratings', () => {
  it('takes 0 and 6 beside 1..5 for codes', () => {
    expect(guessRating(column('Q7FOOD', ...spread(['1', '2', '3', '4', '5', '5', '4']), '0', '6', ''))).toEqual({ metric: 'csat', scale: [1, 5], missing: ['0', '6'] });
  });

  it('takes 11 beside 0..10 for a code of a recommendation', () => {
    expect(guessRating(column('NETPRO', ...spread(['0', '3', '7', '8', '9', '10']), '11'))).toEqual({ metric: 'nps', scale: [0, 10], missing: ['11'] });
  });

  it('knows a rating that most people could not give', () => {
    expect(guessRating(column('Parking', '1', '4', '5', ...spread(['99'], 7)))).toEqual({ metric: 'csat', scale: [1, 5], missing: ['99'] });
  });

  it('takes words for codes', () => {
    expect(guessRating(column('Касса', ...spread(['1', '3', '5']), 'нет ответа'))?.missing).toEqual(['нет ответа']);
  });

  it('does not take 1..7 or 1..10 for 1..5 with codes', () => {
    expect(guessRating(column('a', ...spread(['1', '4', '5', '6', '7'])))?.scale).toEqual([1, 7]);
    expect(guessRating(column('b', ...spread(['1', '5', '8', '9', '10'])))?.scale).toEqual([1, 10]);
  });

  it('reads emotions and refuses ids, money and text', () => {
    expect(guessRating(column('e', ...spread(['-2', '-1', '0', '2'])))?.metric).toBe('emotion');
    expect(guessRating(column('id', ...Array.from({ length: 60 }, (_, index) => String(index))))).toBeNull();
    expect(guessRating(column('sum', '1200', '99', '15.5'))).toBeNull();
    expect(guessRating(column('t', 'yes', 'no'))).toBeNull();
  });
});

describe('dates', () => {
  it('knows the usual forms', () => {
    expect(guessDateFormat(column('d', '2026-05-01', '2026-05-02 10:15'))).toBe('');
    expect(guessDateFormat(column('d', '01.05.2026', ''))).toBe('dd.MM.yyyy');
    expect(guessDateFormat(column('d', '5/13/2026', '5/2/2026'))).toBe('M/d/yyyy');
    expect(guessDateFormat(column('d', '13/5/2026'))).toBe('d/M/yyyy');
    expect(guessDateFormat(column('d', '12', '13'))).toBeNull();
  });
});

it('finds id, date, segment, channel and touchpoints by name', () => {
  const guess = guessColumns([
    column('Response ID', 'a', 'b', 'c'), column('Дата', '01.05.2026', '02.05.2026', '03.05.2026'), column('Сегмент', 'А', 'Б', 'А'), column('Channel', 'web', 'web', 'app'),
    column(' restaurants ', '1', '5', '3'), column('Would recommend', '0', '10', '9'), column('Shoe size', '3', '4', '5'),
  ], ['Restaurants', 'Shops']);
  expect(guess).toMatchObject({ externalId: 'Response ID', answeredAt: { column: 'Дата', format: 'dd.MM.yyyy' }, segment: 'Сегмент', channel: 'Channel', weight: null, comment: null });
  expect(guess.ratings.map(({ column: header, touchpoint, wholeJourney }) => [header, touchpoint, wholeJourney])).toEqual([[' restaurants ', 'Restaurants', false], ['Would recommend', null, true], ['Shoe size', null, false]]);
});
