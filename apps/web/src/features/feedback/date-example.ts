/** Forms a person may choose from; the rest can be written by hand. */
export const USUAL_FORMATS = [
  '', 'd.M.yyyy', 'd.M.yyyy H:mm', 'd.M.yyyy H:mm:ss', 'd/M/yyyy', 'd/M/yyyy H:mm', 'd/M/yyyy H:mm:ss', 'M/d/yyyy', 'M/d/yyyy H:mm', 'M/d/yyyy H:mm:ss', 'M/d/yyyy h:mm:ss a', 'd-M-yyyy', 'yyyy/M/d', 'yyyyMMdd',
  "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd'T'HH:mm:ss.SSSSXXX", 'd MMM yyyy', 'MMM d, yyyy', 'unix', 'unixMillis', 'excelSerial',
] as const;

const NAMED: Record<string, string> = { '': '2026-11-21 14:05', unix: '1795269900', unixMillis: '1795269900000', excelSerial: '46347' };
const PARTS: Record<string, string> = { yyyy: '2026', yy: '26', MMMM: 'November', LLLL: 'November', MMM: 'Nov', MM: '11', M: '11', dd: '21', d: '21', HH: '14', H: '14', h: '2', mm: '05', ss: '30', a: 'PM', XXX: '+03:00', SSSS: '1234' };

/** 21 November 2026 as a format writes it: easier to recognise than the format's letters. */
export const writtenIn = (format: string): string => NAMED[format] ?? format.replaceAll(/'([^']*)'|([A-Za-z])\2*/g, (run, literal: string | undefined) => literal ?? PARTS[run] ?? run);

/** What a person has to know of a format besides its example. */
export const dateKind = (format: string): 'dayFirst' | 'monthFirst' | 'unix' | 'serial' | 'other' => {
  if (format === 'unix' || format === 'unixMillis') return 'unix';
  if (format === 'excelSerial') return 'serial';
  if (format.startsWith('d')) return 'dayFirst';
  return format.startsWith('M/') ? 'monthFirst' : 'other';
};

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
  return Number.isNaN(date.getTime()) || date.getUTCMonth() !== month - 1 ? null : date.toISOString().slice(0, 10);
};

/** The local date that a value means in a format of numbers, to be shown in words; null where only the server can tell. */
export const dateMeant = (value: string, format: string): string | null => {
  const numbers = value.split(/\D+/).filter((part) => part !== '').map(Number);
  if (format === 'unix' || format === 'unixMillis') return new Date(Number(value) * (format === 'unix' ? 1000 : 1)).toISOString().slice(0, 10);
  if (format === 'excelSerial') return new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(value.replace(',', '.'))))).toISOString().slice(0, 10);
  if (format === 'yyyyMMdd') return iso(Number(value.slice(0, 4)), Number(value.slice(4, 6)), Number(value.slice(6, 8)));
  if (/MMM|LLL/.test(format)) return null;
  const order = format === '' ? ['y', 'M', 'd'] : [...format.replaceAll(/'[^']*'/g, ' ').matchAll(/y+|M+|d+/g)].map(([run]) => run.slice(0, 1));
  const at = (letter: string) => numbers[order.indexOf(letter)] ?? Number.NaN;
  return iso(at('y'), at('M'), at('d'));
};
