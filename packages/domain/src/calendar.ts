/** A local calendar date, `yyyy-MM-dd`; a plain day, so its arithmetic knows no zone. */
export type Day = string;

/** From a day to a day, both ends inclusive. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The step of a trend; weeks are ISO weeks. */
export type Bucket = 'day' | 'week' | 'month';

const MS_PER_DAY = 86_400_000;
const stamp = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const FIRST = Date.parse('0001-01-01');
const LAST = Date.parse('9999-12-31');
/** A day beyond the years of four digits is the calendar's end on that side: written out it would compare as if it were early. */
const dayOf = (time: number): Day => new Date(Math.min(Math.max(time, FIRST), LAST)).toISOString().slice(0, 10);

/** The day `days` later (or earlier, when negative), at most the calendar's end on that side. */
export const addDays = (day: Day, days: number): Day => dayOf(stamp(day) + days * MS_PER_DAY);

/** First day of a day's month. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** First day of the month `months` later (or earlier, when negative). */
export const shiftMonth = (day: Day, months: number): Day => {
  const date = new Date(stamp(firstOfMonth(day)));
  date.setUTCMonth(date.getUTCMonth() + months);
  return dayOf(date.getTime());
};

/** Last day of a day's month. */
export const lastOfMonth = (day: Day): Day => {
  // Not `Date.UTC`, which takes the years 0–99 for 1900–1999.
  const date = new Date(stamp(firstOfMonth(day)));
  return dayOf(date.setUTCMonth(date.getUTCMonth() + 1, 0));
};

/** The later of two days. */
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);

/** Monday of the ISO week. */
const mondayOf = (day: Day): Day => addDays(day, -((new Date(stamp(day)).getUTCDay() + 6) % 7));

const startOf = (bucket: Bucket, day: Day): Day => (bucket === 'month' ? firstOfMonth(day) : bucket === 'week' ? mondayOf(day) : day);
const endOf = (bucket: Bucket, start: Day): Day => (bucket === 'month' ? lastOfMonth(start) : bucket === 'week' ? addDays(start, 6) : start);

/** How many days a period has, both ends counted. */
export const daysIn = ({ from, to }: Period): number => Math.round((stamp(to) - stamp(from)) / MS_PER_DAY) + 1;

/** How many buckets a period touches at most; cheap, so that a hopeless request is refused before any work. */
export const bucketsAtMost = (bucket: Bucket, period: Period): number => Math.ceil(daysIn(period) / { day: 1, week: 7, month: 28 }[bucket]) + 1;

/** Every bucket a period touches (one that does not end before it begins), in order, cut to the period; `start` is the whole bucket's first day. */
export function bucketsOf(bucket: Bucket, { from, to }: Period): (Period & { readonly start: Day })[] {
  const buckets: (Period & { readonly start: Day })[] = [];
  for (let start = startOf(bucket, from); ; start = addDays(endOf(bucket, start), 1)) {
    const end = endOf(bucket, start);
    buckets.push({ start, from: laterOf(start, from), to: earlierOf(end, to) });
    if (end >= to) return buckets;
  }
}

/** The period just before, of the same length: whole months before whole months, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  if (from === firstOfMonth(from) && to === lastOfMonth(to)) {
    const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
    return { from: shiftMonth(from, -months), to: addDays(from, -1) };
  }
  return { from: addDays(from, -daysIn({ from, to })), to: addDays(from, -1) };
}
