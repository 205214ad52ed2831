import { isCode, matchCode, matchTouchpoint, subjectOf } from './subject';

it.each([
  ['How satisfied were you with each of the following? - Mobile app', 'Mobile app'],
  ['How would you rate the following? [Online booking]', 'Online booking'],
  ['Оценка обслуживания / Касса', 'Касса'],
  ['Please rate your satisfaction with the following: / Staff', 'Staff'],
  ['How satisfied were you with the check-in?', 'Check-in'],
  ['Please rate our restaurants (1-5)', 'Restaurants'],
  ['Q5_1 Staff courtesy', 'Staff courtesy'],
  ['12. Cleanliness', 'Cleanliness'],
  ['baggage_handling', 'Baggage handling'],
  ['Оцените, пожалуйста, качество обслуживания в отделении', 'Обслуживания в отделении'],
  ['How easy was it to get help? / Response', 'Get help'],
  ['Food and drink', 'Food and drink'],
  ['How would you rate our *staff*?', 'Staff'],
])('hears what %j is about', (question, subject) => {
  expect(subjectOf(question)).toBe(subject);
});

it('tells codes from names', () => {
  expect(['Q7_12', 'VAR003', 'В5', 'Q7FOOD', 'q1'].map(isCode)).toEqual([true, true, true, true, true]);
  expect(['Restaurants', 'Wi-Fi', 'Касса', 'Terminal 2 shops'].map(isCode)).toEqual([false, false, false, false]);
});

it('recognises touchpoints by name, by question and by a code\'s letters', () => {
  const names = ['Restaurants', 'Mobile app', 'Parking garages', 'Long-term parking shuttle', 'Wi-Fi', 'AirTrain', 'AirTrain cleanliness'];
  expect(matchTouchpoint(' restaurants ', '', names)).toBe('Restaurants');
  expect(matchTouchpoint('Q3_1', 'How satisfied were you with each of the following? - Mobile app', names)).toBe('Mobile app');
  expect(matchTouchpoint('Shoe size', 'Shoe size', names)).toBeNull();
  expect(['Q7PARK', 'Q7WIFI', 'Q9AIRTRAIN', 'Q7FOOD'].map((code) => matchCode(code, names))).toEqual(['Parking garages', 'Wi-Fi', 'AirTrain', null]);
});
