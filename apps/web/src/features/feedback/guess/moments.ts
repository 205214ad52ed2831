import type { Column } from './rating';

/** How a column's dates are to be read: the template's text around the value, and the format ('' is `yyyy-M-d` with an optional time). */
interface MomentGuess {
  template: (column: string) => string;
  format: string;
  /** Day and month could change places: no value tells which is which. */
  ambiguous: boolean;
  /** The file says that its times are UTC's, whatever the workspace's zone. */
  utc: boolean;
}

const MONTH = String.raw`\p{L}{3,9}\.?`;
const CLOCK = [[String.raw`\d{1,2}:\d{2}`, 'H:mm'], [String.raw`\d{1,2}:\d{2}:\d{2}`, 'H:mm:ss']] as const;
const HALVES = CLOCK.flatMap(([time, format]) => [[time, format], ...['', ' '].map((gap) => [`${time}${gap}[AaPp][Mm]`, `${format.replace('H', 'h')}${gap}a`])] as [string, string][]);
const TIME: readonly (readonly [pattern: string, format: string])[] = [['', ''], ...[' ', ', '].flatMap((gap) => HALVES.map(([time, format]) => [gap + time, gap + format] as const))];
const DAYS: readonly (readonly [pattern: string, format: string])[] = [
  [String.raw`\d{1,2}\.\d{1,2}\.\d{4}`, 'd.M.yyyy'], [String.raw`\d{1,2}\.\d{1,2}\.\d{2}`, 'd.M.yy'],
  [String.raw`\d{1,2}/\d{1,2}/\d{4}`, 'd/M/yyyy'], [String.raw`\d{1,2}/\d{1,2}/\d{2}`, 'd/M/yy'], [String.raw`\d{1,2}-\d{1,2}-\d{4}`, 'd-M-yyyy'],
  [String.raw`\d{4}/\d{1,2}/\d{1,2}`, 'yyyy/M/d'], [String.raw`\d{4}\.\d{1,2}\.\d{1,2}`, 'yyyy.M.d'], [String.raw`\d{4}-\d{1,2}-\d{1,2}`, 'yyyy-M-d'],
  [String.raw`\d{1,2} \p{Lu}\p{L}{2} \d{4}`, 'd MMM yyyy'], [String.raw`\d{1,2}-\p{Lu}\p{L}{2}-\d{4}`, 'd-MMM-yyyy'], [String.raw`\d{1,2}-\p{Lu}\p{L}{2}-\d{2}`, 'd-MMM-yy'], [String.raw`\d{1,2} ${MONTH} \d{4} г\.`, "d MMMM yyyy 'г.'"], [String.raw`\d{1,2} ${MONTH} \d{4}`, 'd MMMM yyyy'],
  [String.raw`\p{Lu}\p{L}{2} \d{1,2}, \d{4}`, 'MMM d, yyyy'], [String.raw`${MONTH} \d{1,2}, \d{4}`, 'MMMM d, yyyy'], [String.raw`\p{L}{6,9}, \p{L}{3,9} \d{1,2}, \d{4}`, 'EEEE, MMMM d, yyyy'],
];
interface Form { pattern: RegExp; format: string; around?: (place: string) => string }
const form = (pattern: string, format: string, around?: Form['around']): Form => ({ pattern: new RegExp(`^${pattern}$`, 'u'), format, ...(around == null ? {} : { around }) });

/** Every form that is known, the plainest first. */
const FORMS: readonly Form[] = [
  form(String.raw`\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2})?)?`, ''),
  form(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})`, "yyyy-MM-dd'T'HH:mm:ssXXX"),
  form(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{1,9}(Z|[+-]\d{2}:?\d{2})`, "yyyy-MM-dd'T'HH:mm:ss.SSSSXXX"),
  form(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})`, "yyyy-MM-dd'T'HH:mmXXX"),
  form(String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2})`, 'yyyy-MM-dd HH:mm:ssXXX'),
  form(String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [+-]\d{2}:?\d{2}`, 'yyyy-MM-dd HH:mm:ss XXX'),
  form(String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC`, "yyyy-MM-dd HH:mm:ss 'UTC'"),
  form(String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{1,9}`, 'yyyy-MM-dd HH:mm:ss.SSSS'),
  ...DAYS.flatMap(([day, format]) => TIME.map(([time, timeFormat]) => form(day + time, format + timeFormat))),
  form(String.raw`\p{L}{3}, \d{2} \p{L}{3} \d{4} \d{2}:\d{2}:\d{2} GMT`, "EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
  // A month alone counts as its first day.
  form(String.raw`\d{4}-(0?[1-9]|1[0-2])`, '', (place) => `${place}-01`),
  form(String.raw`(0?[1-9]|1[0-2])\.\d{4}`, 'd.M.yyyy', (place) => `1.${place}`), form(String.raw`(0?[1-9]|1[0-2])/\d{4}`, 'd/M/yyyy', (place) => `1/${place}`),
  form(String.raw`\p{L}{3} \d{4}`, 'd MMM yyyy', (place) => `1 ${place}`),
  form(String.raw`\p{L}{3,9} \d{4}`, 'd LLLL yyyy', (place) => `1 ${place}`),
  form(String.raw`(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])`, 'yyyyMMdd'),
  form(String.raw`1[0-9]{9}`, 'unix'), form(String.raw`1[0-9]{12}`, 'unixMillis'),
];
/** Days of spreadsheets from 2000 to 2050: too common as plain numbers to be dates without a header that says so. */
const SERIAL = form(String.raw`(3[6-9]|4\d|5[0-4])\d{3}([.,]\d+)?`, 'excelSerial');
const ENOUGH = 0.8;
/** Rows are in the order of their dates, as exports are, when so few of them go against it. */
const MOST_TURNS = 0.02;

const partsOf = (value: string) => value.split(/[/.-]/).map((part) => Number.parseInt(part, 10));

/** Which of the first two numbers is the day: what no calendar or future allows is out, then what is in order, then the habit of the place. */
const dayFirst = (values: readonly string[], monthFirstHere: boolean): { first: boolean; ambiguous: boolean } => {
  const parts = values.map(partsOf);
  if (parts.some(([first = 0]) => first > 12)) return { first: true, ambiguous: false };
  if (parts.some(([, second = 0]) => second > 12)) return { first: false, ambiguous: false };
  const times = (order: 'day' | 'month') => parts.map(([first = 1, second = 1, year = 0]) => new Date(year < 100 ? year + 2000 : year, (order === 'day' ? second : first) - 1, order === 'day' ? first : second).getTime());
  const faults = (order: 'day' | 'month') => {
    const all = times(order);
    const future = all.filter((time) => time > Date.now() + 86_400_000).length;
    const turns = Math.min(all.filter((time, index) => time < (all[index - 1] ?? time)).length, all.filter((time, index) => time > (all[index - 1] ?? time)).length);
    return [future, turns <= all.length * MOST_TURNS ? 0 : 1] as const;
  };
  const [day, month] = [faults('day'), faults('month')];
  for (const at of [0, 1] as const) if (day[at] !== month[at]) return { first: day[at] < month[at], ambiguous: at === 1 };
  return { first: !monthFirstHere, ambiguous: true };
};

const UTC = /(?:^|[^\p{L}])(?:UTC|GMT)(?:$|[^\p{L}+\d-])/u;

const named = (format: string): boolean => /^d[/-]M[/-]/.test(format);

/** How most of a column's values write a date; null when they are no dates. `monthFirstHere` tells 3/5 from 5/3 when nothing else does. */
export const guessMoment = (column: Column, monthFirstHere = false): MomentGuess | null => {
  const values = column.values.map((value) => value.trim()).filter((value) => value !== '');
  if (values.length === 0) return null;
  const isDated = /date|time|day|дата|время|день/iu.test(column.header);
  const shareOf = ({ pattern }: Form) => values.filter((value) => pattern.test(value)).length / values.length;
  const best = [...FORMS, ...(isDated ? [SERIAL] : [])].map((each) => ({ each, share: shareOf(each) })).reduce((a, b) => (b.share > a.share ? b : a));
  // Times of day come with the first day a program knows.
  if (best.share < ENOUGH || values.filter((value) => /(?:^|\D)(?:1899|190[0-4]|0001)(?:\D|$)/.test(value)).length > values.length / 2) return null;
  const { format, around } = best.each;
  const template = (name: string) => (around ?? ((place: string) => place))(`{${name}}`);
  const utc = UTC.test(format) || UTC.test(column.header);
  if (!named(format) || around != null) return { template, format, ambiguous: false, utc };
  const { first, ambiguous } = dayFirst(values.filter((value) => best.each.pattern.test(value)), monthFirstHere);
  return { template, format: first ? format : format.replace(/^d([/-])M/, 'M$1d'), ambiguous, utc };
};
