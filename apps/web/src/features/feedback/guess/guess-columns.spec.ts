import { guessColumns } from './guess-columns';

const column = (header: string, ...values: string[]) => ({ header, values });
const many = (header: string, values: string[], times = 20) => ({ header, values: Array.from({ length: times }, () => values).flat() });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);
const abouts = (guess: ReturnType<typeof guessColumns>) => guess.ratings.map(({ column: header, about }) => [header, about.kind === 'touchpoint' ? about.name : about.kind]);

it('finds id, date, segment, channel and touchpoints by name', () => {
  const guess = guessColumns([
    column('Response ID', 'a', 'b', 'c', 'd'), column('Дата', '01.05.2026', '02.05.2026', '03.05.2026', '04.05.2026'), column('Сегмент', 'А', 'Б', 'А', 'Б'), column('Channel', 'web', 'web', 'app', 'app'),
    column(' restaurants ', '1', '5', '3', '4'), column('Would recommend', '0', '10', '9', '8'), column('Terminal signs', '3', '4', '5', '1'),
  ], ['Restaurants', 'Shops']);
  expect(guess).toMatchObject({ externalId: '{Response ID}', answeredAt: { template: '{Дата}', format: 'd.M.yyyy' }, segment: 'Сегмент', channel: 'Channel', weight: null, comment: null });
  expect(abouts(guess)).toEqual([[' restaurants ', 'Restaurants'], ['Would recommend', 'journey'], ['Terminal signs', 'Terminal signs']]);
});

it('leaves personal data out, and never takes it for an id', () => {
  const guess = guessColumns([column('E-mail', 'a@b.co', 'c@d.co'), column('ФИО', 'Иванов Иван', 'Петров Пётр'), column('Contact', '+7 900 111-22-33', '+7 900 111-22-34'), column('Mobile app', '5', '1')], []);
  expect(guess.personal).toEqual(['E-mail', 'ФИО', 'Contact']);
  expect(guess.externalId).toBe('{#row}');
  expect(abouts(guess)).toEqual([['Mobile app', 'Mobile app']]);
});

it('tells rows without an id apart by their date and number', () => {
  expect(guessColumns([column('Timestamp', '2026-05-01', '2026-05-01'), column('Room', '5', '1')], []).externalId).toBe('{Timestamp} {#row}');
});

it('puts a date together from its parts', () => {
  expect(guessColumns([column('YEAR', '2026', '2026'), column('MONTH', '5', '6'), column('DAY', '1', '2'), column('Room', '5', '1')], []).answeredAt.template).toBe('{YEAR}-{MONTH}-{DAY}');
});

it('finds weights, comments and customers', () => {
  const guess = guessColumns([
    column('id', ...ids(40)), many('WEIGHT_FINAL', ['0,53', '1.21']), many('Client ID', ['c1', 'c2']), many('Room', ['1', '5', '4', '3'], 10), many('What should we improve?', ['The queue was long', 'Nothing to say at all']),
  ], []);
  expect(guess).toMatchObject({ weight: 'WEIGHT_FINAL', customerRef: 'Client ID', comment: 'What should we improve?' });
});

it('does not take groups of people for ratings', () => {
  const guess = guessColumns([many('Gender', ['1', '2']), many('Age group', ['1', '2', '3', '4', '5']), many('TERMINAL', ['1', '2', '3']), many('Q12', ['1', '2', '3', '4', '5'])], []);
  expect(guess.ratings.every(({ about }) => about.kind === 'none')).toBe(true);
});

it('asks one question about one thing', () => {
  const values = ['1', '2', '3', '4', '5'];
  expect(abouts(guessColumns([many('Q4WIFI', values), many('Q7WIFI', values), many('Q7ART', values), many('Overall satisfaction', values), many('Overall rating', values)], ['Wi-Fi', 'Art']))).toEqual([
    ['Q4WIFI', 'none'], ['Q7WIFI', 'Wi-Fi'], ['Q7ART', 'Art'], ['Overall satisfaction', 'journey'], ['Overall rating', 'none'],
  ]);
});

it('shares codes and words among the ratings of a file', () => {
  const guess = guessColumns([many('Room', ['1', '2', '3', '5', '99']), many('Bar', ['1', '2', '4', '5']), many('Spa', ['Good', 'Fair', 'Poor']), many('Pool', ['Excellent', 'Good', 'Very poor'])], []);
  expect(guess.ratings.map(({ guess: { missing, labels } }) => [missing, labels?.['Good']])).toEqual([[['99'], undefined], [['99'], undefined], [['99'], 4], [['99'], 4]]);
});

it('notices that a line is one answer', () => {
  const guess = guessColumns([many('respondent_id', ['r1', 'r1', 'r2', 'r2']), many('question', ['Room', 'Bar']), many('score', ['1', '5', '4', '3'])].map((each) => ({ ...each, values: each.values.slice(0, 40) })), []);
  expect(guess.longFormat).toEqual({ question: 'question', score: 'score' });
  expect(guess.ratings.every(({ about }) => about.kind === 'none')).toBe(true);
});

it('keeps a response’s own id where a few rows come twice or are blank', () => {
  const twice = [...ids(38), 'r1', ''];
  expect(guessColumns([column('Response ID', ...twice), many('Date', ['2026-05-01'], 40), many('Room', ['5', '1'])], []).externalId).toBe('{Response ID}');
  expect(guessColumns([column('Client ID', ...twice), many('Date', ['2026-05-01'], 40), many('Room', ['5', '1'])], []).externalId).toBe('{Date} {#row}');
});

it('filters by kinds of customers, not by the groups that NPS makes', () => {
  const guess = guessColumns([many('NPS Segment', ['Promoter', 'Detractor']), many('Which type of customer are you?', ['New', 'Regular']), many('Room', ['5', '1'])], []);
  expect(guess.segment).toBe('Which type of customer are you?');
});
