import { guessMoment } from './moments';

const guess = (values: string[], header = 'Date', monthFirst = false) => {
  const found = guessMoment({ header, values }, monthFirst);
  return found == null ? null : [found.template('D'), found.format];
};

it.each([
  [['2026-05-01', '2026-05-02 10:15', '2026-5-2'], '{D}', ''],
  [['01.05.2026', ''], '{D}', 'd.M.yyyy'],
  [['21.11.2026 14:05:09'], '{D}', 'd.M.yyyy H:mm:ss'],
  [['5/13/2026', '5/2/2026'], '{D}', 'M/d/yyyy'],
  [['13/5/2026 9:05'], '{D}', 'd/M/yyyy H:mm'],
  [['5/13/2026 9:05:01 PM'], '{D}', 'M/d/yyyy h:mm:ss a'],
  [['2026-05-01T23:30:00Z', '2026-05-01T23:30:00+03:00'], '{D}', "yyyy-MM-dd'T'HH:mm:ssXXX"],
  [['2026-05-01T23:30:00.123Z'], '{D}', "yyyy-MM-dd'T'HH:mm:ss.SSSSXXX"],
  [['2026-03', '2026-11'], '{D}-01', ''],
  [['03.2026'], '1.{D}', 'd.M.yyyy'],
  [['март 2026', 'апрель 2026'], '1 {D}', 'd LLLL yyyy'],
  [['01-Mar-2026 06:54', '02-MAR-2026 06:54'], '{D}', 'd-MMM-yyyy H:mm'],
  [['13-May-26'], '{D}', 'd-MMM-yy'],
  [['5/13/2026 9:05pm'], '{D}', 'M/d/yyyy h:mma'],
  [['13.05.2026, 09:05'], '{D}', 'd.M.yyyy, H:mm'],
  [['3 мая 2026 г.'], '{D}', "d MMMM yyyy 'г.'"],
  [['Friday, May 1, 2026'], '{D}', 'EEEE, MMMM d, yyyy'],
  [['Fri, 01 May 2026 06:54:12 GMT'], '{D}', "EEE, dd MMM yyyy HH:mm:ss 'GMT'"],
  [['20260503'], '{D}', 'yyyyMMdd'],
  [['1767225600'], '{D}', 'unix'],
  [['1767225600000'], '{D}', 'unixMillis'],
  [['46096', '46097.5'], '{D}', 'excelSerial'],
])('reads %j', (values, template, format) => {
  expect(guess(values)).toEqual([template, format]);
});

it('takes neither numbers nor times of day for dates', () => {
  expect(guess(['12', '13'])).toBeNull();
  expect(guess(['46096'], 'Sum')).toBeNull();
  expect(guess(['12/31/1899 09:30:00 AM'])).toBeNull();
});

it('hears that times are those of UTC', () => {
  expect(guessMoment({ header: 'Submit Date (UTC)', values: ['2026-05-01 23:30:00'] })?.utc).toBe(true);
  expect(guessMoment({ header: 'Date', values: ['2026-05-01 23:30:00 UTC'] })?.utc).toBe(true);
  expect(guessMoment({ header: 'Date (UTC+3)', values: ['2026-05-01 23:30:00'] })?.utc).toBe(false);
});

it('tells day from month by the order of rows, else by the place, and says when it is unsure', () => {
  expect(guess(['01/02/2026', '05/02/2026', '01/03/2026', '09/03/2026'])).toEqual(['{D}', 'd/M/yyyy']);
  expect(guess(['03/04/2026', '01/05/2026', '02/04/2026'], 'Date', true)).toEqual(['{D}', 'M/d/yyyy']);
  expect(guessMoment({ header: 'Date', values: ['03/04/2026'] })).toMatchObject({ format: 'd/M/yyyy', ambiguous: true });
  expect(guessMoment({ header: 'Date', values: ['03/14/2026'] })).toMatchObject({ ambiguous: false });
});
