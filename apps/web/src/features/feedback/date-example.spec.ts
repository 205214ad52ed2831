import { dateMeant, USUAL_FORMATS, writtenIn } from './date-example';

it.each([
  ['03/04/2026', 'd/M/yyyy', '2026-04-03'], ['03/04/2026 9:05', 'M/d/yyyy H:mm', '2026-03-04'], ['21.11.26', 'd.M.yy', '2026-11-21'], ['2026-5-1 10:00', '', '2026-05-01'], ['20260503', 'yyyyMMdd', '2026-05-03'],
  ['1767225600', 'unix', '2026-01-01'], ['46023', 'excelSerial', '2026-01-01'], ["2026-02-01T23:30:00.123+03:00", "yyyy-MM-dd'T'HH:mm:ss.SSSSXXX", '2026-02-01'], ['31.02.2026', 'd.M.yyyy', null], ['1 март 2026', 'd LLLL yyyy', null],
])('%s as %s is %s', (value, format, date) => {
  expect(dateMeant(value, format)).toBe(date);
});

it('shows every usual format by an example of its own', () => {
  expect(writtenIn('d/M/yyyy H:mm')).toBe('21/11/2026 14:05');
  expect(writtenIn("yyyy-MM-dd'T'HH:mm:ssXXX")).toBe('2026-11-21T14:05:30+03:00');
  expect(new Set(USUAL_FORMATS.map(writtenIn)).size).toBe(USUAL_FORMATS.length);
});
