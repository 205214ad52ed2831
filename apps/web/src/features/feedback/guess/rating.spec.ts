import { guessRating } from './rating';
import { hintOf } from './scales';

const spread = (values: string[], times = 5) => Array.from({ length: times }, () => values).flat();
const guess = (header: string, values: string[]) => guessRating({ header, values }, hintOf(header));

describe('scales and codes', () => {
  it.each([
    ['0 and 6 beside 1..5', 'Q7FOOD', [...spread(['1', '2', '3', '4', '5', '5', '4']), '0', '6', ''], [1, 5], ['0', '6']],
    ['11 beside 0..10', 'NETPRO', [...spread(['0', '3', '7', '8', '9', '10']), '11'], [0, 10], ['11']],
    ['a rating that most could not give', 'Parking', ['1', '4', '5', ...spread(['99'], 7)], [1, 5], ['99']],
    ['words', 'Касса', [...spread(['1', '3', '5']), 'нет ответа', 'Не знаю', 'N/A'], [1, 5], ['N/A', 'Не знаю', 'нет ответа']],
    ['8 refused and 9 do not know', 'Staff', [...spread(['1', '2', '3', '4', '5']), '8', '9'], [1, 5], ['8', '9']],
    ['minus codes', 'Room', [...spread(['1', '3', '5']), '-1', '-99'], [1, 5], ['-1', '-99']],
    ['labelled codes', 'Room', [...spread(['1', '3', '5']), '9 - Don’t know'], [1, 5], ['9 - Don’t know']],
    ['0 out of all proportion', 'Gym', [...spread(['5', '7', '8', '9', '10']), ...spread(['0'], 20)], [1, 10], ['0']],
  ])('takes %s for no answer', (_, header, values, scale, missing) => {
    expect(guess(header, values)).toMatchObject({ scale, missing });
  });

  it('takes 8 and 9 for scores where they are met as often as others', () => {
    expect(guess('Overall_Rating', [...spread(['1', '2', '3', '4', '5', '6', '7', '8', '9']), 'n', 'n', 'n'])).toMatchObject({ scale: [1, 10], missing: ['n'] });
    expect(guess('Overall_Rating', [...spread(['1', '2', '3', '4', '5', '6', '7'], 10), '8', '9'])).toMatchObject({ scale: [1, 7], missing: ['8', '9'] });
  });

  it('believes the values rather than what looks like a scale in the header', () => {
    expect(guess('Q1-5 Likelihood to return', spread(['0', '3', '5', '6', '7', '8', '9', '10']))).toMatchObject({ scale: [0, 10], missing: [] });
    expect(guess('Staff (1-5)', spread(['1', '3', '5', '6', '7']))).toMatchObject({ scale: [1, 5], missing: ['6', '7'] });
  });

  it('leaves a slip of the pen to be reported', () => {
    expect(guess('Room', [...spread(['1', '2', '3', '4', '5'], 40), '55'])).toEqual({ metric: 'csat', scale: [1, 5], missing: [] });
  });

  it.each([[['1', '4', '5', '6', '7'], [1, 7]], [['1', '5', '8', '9', '10'], [1, 10]], [['0', '1', '2', '9', '10'], [0, 10]], [['-2', '-1', '0', '2'], [-2, 2]]])('finds the longer scale of %j', (values, scale) => {
    expect(guess('a', spread(values))?.scale).toEqual(scale);
  });

  it.each([['Q (1-7)', [1, 7]], ['On a scale of 0 to 10, how good?', [0, 10]], ['Оцените от 1 до 10', [1, 10]], ['Bill (1 = poor, 5 = excellent)', [1, 5]]])('believes the scale that %j tells', (header, scale) => {
    expect(guess(header, spread(['3', '4']))?.scale).toEqual(scale);
  });

  it('refuses ids, money and text', () => {
    expect(guess('id', Array.from({ length: 60 }, (_, index) => String(index)))).toBeNull();
    expect(guess('sum', ['1200', '99', '15.5'])).toBeNull();
    expect(guess('t', ['yes', 'no'])).toBeNull();
  });

  it('rounds decimals where the header promises a score', () => {
    expect(guess('Reviewer_Score', spread(['2.5', '8.3', '10', '9,6']))).toEqual({ metric: 'csi', scale: [0, 10], missing: [], round: true });
    expect(guess('Price', spread(['2.5', '8.3', '10']))).toBeNull();
  });
});

describe('metrics', () => {
  it.each([
    ['Would you recommend us?', ['0', '5', '10'], 'nps'], ['How easy was it?', ['1', '4', '7'], 'ces'], ['Мне было легко решить вопрос', ['1', '4', '7'], 'ces'], ['Satisfaction', ['1', '4', '5'], 'csat'], ['Quality', ['1', '7', '10'], 'csi'],
    ['Recommend', ['1', '3', '5'], 'csat'],
  ])('%j is %s', (header, values, metric) => {
    expect(guess(header, spread(values))?.metric).toBe(metric);
  });
});

describe('answers in words', () => {
  it('scores numbers that carry words', () => {
    expect(guess('Easy to solve', spread(['7 - Very easy', '6', '4 - Neither', '1 - Very difficult']))).toMatchObject({ scale: [1, 7], labels: { '7 - Very easy': 7, '4 - Neither': 4, '1 - Very difficult': 1 } });
    expect(guess('Recommend', spread(['10 - Extremely likely', '6', '0 - Not at all likely']))).toMatchObject({ metric: 'nps', scale: [0, 10] });
    expect(guess('Room', spread(['Very satisfied (5)', 'Satisfied (4)', 'Very dissatisfied (1)']))).toMatchObject({ scale: [1, 5], labels: { 'Very satisfied (5)': 5 } });
  });

  it.each([
    [['Very dissatisfied', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied']],
    [['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree']],
    [['Very poor', 'Poor', 'Fair', 'Good', 'Excellent']],
    [['Extremely unlikely', 'Somewhat unlikely', 'Neither likely nor unlikely', 'Somewhat likely', 'Extremely likely']],
    [['Полностью не согласен', 'Скорее не согласен', 'И да, и нет', 'Скорее согласен', 'Полностью согласен']],
    [['Ужасно', 'Плохо', 'Нормально', 'Хорошо', 'Отлично']],
    [['Очень сложно', 'Сложно', 'Нейтрально', 'Легко', 'Очень легко']],
    [['Совсем не удовлетворена', 'Скорее не удовлетворена', 'Нейтрально', 'Скорее удовлетворена', 'Полностью удовлетворена']],
  ])('puts %j in order', (words) => {
    expect(guess('Room', spread([...words, 'N/A']))).toMatchObject({ scale: [1, 5], missing: ['N/A'], labels: Object.fromEntries(words.map((word, index) => [word, index + 1])) });
  });

  it('knows the side nobody chose', () => {
    expect(guess('Room', spread(['Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied']))).toMatchObject({ scale: [1, 5], labels: { Dissatisfied: 2, 'Very satisfied': 5 } });
  });
});
