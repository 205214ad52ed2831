import { DateTime, type Zone } from 'luxon';

interface Run {
  letter: string;
  text: string;
  literal: boolean;
}

/** A format cut into runs of one letter and literal text (in quotes or not a letter), as Unicode TR35 reads it. */
function runs(format: string): Run[] {
  const found: Run[] = [];
  for (const match of format.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    found.push({ letter: match[1] ?? '', text: match[0], literal: match[1] === undefined });
  }
  return found;
}

const offsetLetters = new Set(['X', 'x', 'Z']);
const zoneLetters = new Set(['V', 'z']);
const timeLetters = new Set(['H', 'h', 'm', 's', 'S', 'a']);
const supported = new Set([...'yuMLdDEecHhmsSa', ...offsetLetters, ...zoneLetters]);

/** Unicode letters as luxon spells them; offsets with and without a colon are two spellings. */
function luxonToken({ letter, text, literal }: Run, offset: 'ZZ' | 'ZZZ'): string {
  if (literal) return text;
  if (offsetLetters.has(letter)) return offset;
  if (zoneLetters.has(letter)) return 'z';
  if (letter === 'u') return text.replaceAll('u', 'y');
  if (letter === 'D') return text.length === 3 ? 'ooo' : 'o';
  if (letter === 'S') return text.length === 3 ? 'SSS' : 'u';
  if (letter === 'e' || letter === 'c') return 'c';
  return text;
}

/** Whether values of a format are dates without a time. */
export const dateOnlyFormat = (format: string): boolean => !runs(format).some((run) => timeLetters.has(run.letter));

interface Spelling {
  luxon: string;
  locale: string;
  /** `Z` may stand for +00:00. */
  utcLetter: boolean;
}

/** `MM` and its like, which stand for one digit too where something other than a digit is beside: 5/1/2024 is a date of `MM/dd/yyyy`. */
const isPadded = ({ letter, text }: Run): boolean => text.length === 2 && 'MLdHh'.includes(letter || ' ');
const isNumeric = (run: Run | undefined): boolean => run !== undefined && (run.literal ? /\d/.test(run.text) : !(run.letter === 'a' || run.letter === 'E' || ('ML'.includes(run.letter) && run.text.length > 2)));

/** How to read a format with luxon, to be tried in turn: month names in English and Russian, offsets with and without a colon. */
function spellings(format: string): Spelling[] {
  const cut = runs(format);
  const named = cut.some((run) => run.letter === 'a' || ('MLE'.includes(run.letter || ' ') && run.text.length > 2));
  const lenient = cut.map((run, index) => (isPadded(run) && !isNumeric(cut[index - 1]) && !isNumeric(cut[index + 1]) ? { ...run, text: run.letter } : run));
  const offsets: ('ZZ' | 'ZZZ')[] = cut.some((run) => offsetLetters.has(run.letter)) ? ['ZZ', 'ZZZ'] : ['ZZ'];
  const utcLetter = cut.some((run) => run.letter === 'X' || (run.letter === 'Z' && run.text.length === 5));
  return (named ? ['en', 'ru'] : ['en']).flatMap((locale) =>
    offsets.map((offset) => ({ locale, utcLetter, luxon: lenient.map((run) => luxonToken(run, offset)).join('') })));
}

/** A reader of one format in a zone; answers undefined for text that is not such a date. */
export function formatReader(format: string, zone: string | Zone): (text: string) => DateTime<true> | undefined {
  const parsers = spellings(format).map(({ luxon, locale, utcLetter }) => ({ locale, utcLetter, parser: DateTime.buildFormatParser(luxon, { locale }) }));
  return (text) => {
    for (const { parser, locale, utcLetter } of parsers) {
      const time = DateTime.fromFormatParser(utcLetter ? text.replace(/Z$/, '+00:00') : text, parser, { zone, locale });
      if (time.isValid) return time;
    }
    return undefined;
  };
}

/** Why a format cannot date a row, or undefined when it can: it must have a year, a month and a day, and only letters that are known. */
export function formatFault(format: string): string | undefined {
  const letters = runs(format).filter((run) => !run.literal);
  const has = (...wanted: string[]) => letters.some((run) => wanted.includes(run.letter));
  const unknown = letters.find((run) => !supported.has(run.letter));
  if (unknown) return `"${unknown.text}" means nothing in a date format; put literal text in single quotes`;
  const doubled = letters.find((run, index) => letters.findIndex(({ letter }) => letter === run.letter) < index);
  if (doubled) return `"${doubled.text}" stands in the format twice`;
  if (!has('y', 'u') || !(has('D') || (has('M', 'L') && has('d')))) return 'the format must have a year, a month and a day';
  if (has('h') && !has('a')) return 'a 12-hour clock (h) needs the half of the day (a)';
  return isReadable(format) ? undefined : 'the format cannot be read back; check its letters';
}

/** Whether a moment written in a format can be read by it. */
function isReadable(format: string): boolean {
  const first = spellings(format)[0];
  if (first === undefined) return false;
  const sample = DateTime.utc(2024, 11, 23, 9, 5, 7).setLocale(first.locale).toFormat(first.luxon);
  try {
    return formatReader(format, 'utc')(sample) !== undefined;
  } catch {
    // Luxon throws where parts contradict each other: a 24-hour clock with a half of the day, a day of the year with a month.
    return false;
  }
}
