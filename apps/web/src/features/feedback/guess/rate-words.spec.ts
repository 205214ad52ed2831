import { guessColumns } from './guess-columns';
import { guessRating } from './rating';
import { hintOf } from './scales';

const spread = (values: string[], times = 5) => Array.from({ length: times }, () => values).flat();
const guess = (header: string, values: string[]) => guessRating({ header, values: spread(values) }, hintOf(header));
const inOrder = (words: string[]) => ({ scale: [1, words.length], missing: [], labels: Object.fromEntries(words.map((word, index) => [word, index + 1])) });

it.each([
  [['Not at all satisfied', 'Not so satisfied', 'Somewhat satisfied', 'Very satisfied', 'Extremely satisfied']],
  [['Extremely difficult', 'Moderately difficult', 'Slightly difficult', 'Neither easy nor difficult', 'Slightly easy', 'Moderately easy', 'Extremely easy']],
  [['Completely dissatisfied', 'Mostly dissatisfied', 'Somewhat dissatisfied', 'Neither satisfied nor dissatisfied', 'Somewhat satisfied', 'Mostly satisfied', 'Completely satisfied']],
  [['Poor', 'Fair', 'Good', 'Very good', 'Excellent']],
  [['Poor', 'Below average', 'Average', 'Above average', 'Excellent']],
  [['Unacceptable', 'Poor', 'Average', 'Good', 'Outstanding']],
  [['Far below expectations', 'Below expectations', 'Met expectations', 'Exceeded expectations', 'Far exceeded expectations']],
  [['Definitely not', 'Probably not', 'Might or might not', 'Probably yes', 'Definitely yes']],
  [['Disagree very much', 'Disagree moderately', 'Disagree slightly', 'Agree slightly', 'Agree moderately', 'Agree very much']],
  [['Намного хуже ожиданий', 'Хуже ожиданий', 'Соответствует ожиданиям', 'Лучше ожиданий', 'Намного лучше ожиданий']],
])('keeps every step of %j', (words) => {
  expect(guess('Room', words)).toMatchObject(inOrder(words));
});

it.each([
  ['a dash', 'Not at all likely - 0', 'Extremely likely - 10'],
  ['brackets', '0 (Not at all likely)', '10 (Extremely likely)'],
  ['words alone', 'Not at all likely', 'Extremely likely'],
])('counts the named ends of an NPS question, with %s', (_, lowest, highest) => {
  expect(guess('Recommend us?', [lowest, '1', '5', '6', '7', '8', '9', highest])).toEqual({ metric: 'nps', scale: [0, 10], missing: [], labels: { [lowest]: 0, [highest]: 10 } });
});

it('takes no answer that it does not understand for “no answer”', () => {
  expect(guess('Room rating', ['Very bad', 'Bad', 'So-so', 'Good', 'Very good'])).toBeNull();
  expect(guess('Room', ['Satisfied', 'Quite satisfied', 'Mostly satisfied', 'Dissatisfied'])).toBeNull();
});

it('reads the same answer in two spellings or languages as one', () => {
  expect(guess('Room', ['Удовлетворён', 'Удовлетворена', 'Satisfied', 'Neutral', 'Не удовлетворён'])?.labels).toEqual({ Удовлетворён: 3, Удовлетворена: 3, Satisfied: 3, Neutral: 2, 'Не удовлетворён': 1 });
});

it('does not mix the words of two scales that one file uses', () => {
  const [five, seven] = [['Very dissatisfied', 'Fairly dissatisfied', 'Neither satisfied nor dissatisfied', 'Fairly satisfied', 'Very satisfied'], ['Extremely dissatisfied', 'Moderately dissatisfied', 'Slightly dissatisfied', 'Neither satisfied nor dissatisfied', 'Slightly satisfied', 'Moderately satisfied', 'Extremely satisfied']];
  const { ratings } = guessColumns([{ header: 'Staff', values: spread(five, 14) }, { header: 'Shop', values: spread(seven, 10) }], []);
  expect(ratings.map((rating) => rating.guess.scale)).toEqual([[1, 5], [1, 7]]);
});

it('does not take numbered headers or places for scores', () => {
  expect(guess('Place', ['Terminal 1', 'Terminal 2', 'Terminal 3'])).toBeNull();
  expect(guess('Item', ['Satisfaction 1', 'Satisfaction 2', 'Satisfaction 3'])).toBeNull();
});
