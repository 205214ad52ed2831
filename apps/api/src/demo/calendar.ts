/** The demo bank keeps Moscow time in both languages; Moscow has no summer time, so local months need no zone table. */
export const demoTimezone = 'Europe/Moscow';
const offset = '+03:00';

/** A calendar month; `index` is 1 … 12. */
export interface Month {
  year: number;
  index: number;
}

/** The last month that is over on the local date `yyyy-MM-dd`. */
export function lastFullMonth(today: string): Month {
  const [year = Number.NaN, index = Number.NaN] = today.split('-').map(Number);
  if (!Number.isInteger(year) || !(index >= 1 && index <= 12)) throw new RangeError(`not a date: ${today}`);
  return addMonths({ year, index }, -1);
}

export function addMonths({ year, index }: Month, months: number): Month {
  const count = year * 12 + index - 1 + months;
  return { year: Math.floor(count / 12), index: (((count % 12) + 12) % 12) + 1 };
}

const two = (value: number) => String(value).padStart(2, '0');

/** `yyyy-MM`. */
export const monthName = ({ year, index }: Month): string => `${year}-${two(index)}`;

export const daysIn = ({ year, index }: Month): number => new Date(Date.UTC(year, index, 0)).getUTCDate();

/** An instant of the month in waking hours (8:00 … 21:59), from two numbers on [0, 1). */
export function instantIn(month: Month, dayShare: number, timeShare: number): string {
  const day = 1 + Math.floor(dayShare * daysIn(month));
  const seconds = Math.floor(timeShare * 14 * 3600);
  const [hour, minute, second] = [8 + Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${monthName(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`;
}

/** The month of `yyyy-MM`. */
export function monthNamed(name: string): Month {
  const [year = Number.NaN, index = Number.NaN] = name.split('-').map(Number);
  return { year, index };
}
