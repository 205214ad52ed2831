import fc from 'fast-check';
import { addDays, bucketsAtMost, bucketsOf, daysIn, lastOfMonth, periodBefore, shiftMonth } from './calendar.js';

// The same examples in every run.
fc.configureGlobal({ seed: 20_261_121 });

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('months end where they should', () => {
  expect(lastOfMonth('2024-02-10')).toBe('2024-02-29');
  expect(lastOfMonth('2026-12-31')).toBe('2026-12-31');
  expect(lastOfMonth('0096-02-01')).toBe('0096-02-29');
  expect(lastOfMonth('9999-12-01')).toBe('9999-12-31');
  expect(shiftMonth('2026-01-31', -1)).toBe('2025-12-01');
});

test('weeks start on Monday and are cut to the period', () => {
  expect(bucketsOf('week', { from: '2017-05-03', to: '2017-05-16' })).toEqual([
    { start: '2017-05-01', from: '2017-05-03', to: '2017-05-07' },
    { start: '2017-05-08', from: '2017-05-08', to: '2017-05-14' },
    { start: '2017-05-15', from: '2017-05-15', to: '2017-05-16' },
  ]);
});

test.each(['day', 'week', 'month'] as const)('%s buckets tile the period without gap or overlap', (bucket) => {
  fc.assert(fc.property(day, fc.integer({ min: 0, max: 900 }), (from, length) => {
    const period = { from, to: addDays(from, length) };
    const buckets = bucketsOf(bucket, period);
    expect(buckets[0]?.from).toBe(period.from);
    expect(buckets.at(-1)?.to).toBe(period.to);
    buckets.slice(1).forEach((each, index) => expect(each.from).toBe(addDays(buckets[index]?.to ?? '', 1)));
    expect(buckets.length).toBeLessThanOrEqual(bucketsAtMost(bucket, period));
  }), { numRuns: 50 });
});

test.each(['day', 'week', 'month'] as const)('%s buckets end with the calendar', (bucket) => {
  const buckets = bucketsOf(bucket, { from: '9999-12-20', to: '9999-12-31' });
  expect(buckets.at(-1)?.to).toBe('9999-12-31');
  expect(buckets.length).toBe({ day: 12, week: 2, month: 1 }[bucket]);
  expect(periodBefore({ from: '1990-01-01', to: '9999-12-31' })).toEqual({ from: '0001-01-01', to: '1989-12-31' });
});

test('the period before has the same length and ends the day before', () => {
  expect(periodBefore({ from: '2026-01-01', to: '2026-03-31' })).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(periodBefore({ from: '2026-01-05', to: '2026-01-14' })).toEqual({ from: '2025-12-26', to: '2026-01-04' });
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 26 }), (from, length) => {
    const period = { from, to: addDays(from, length) };
    const before = periodBefore(period);
    expect(addDays(before.to, 1)).toBe(period.from);
    if (length < 27) expect(daysIn(before)).toBe(daysIn(period));
  }));
});
