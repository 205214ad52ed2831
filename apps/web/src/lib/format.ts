import { demoPersonNames, type HeatmapMetric, type Locale } from '@afferent/contracts';

const MINUS = '\u2212';
const NBSP = '\u00a0';
const EN_DASH = '\u2013';

export interface Format {
  /** A plain number with a fixed count of decimals and a real minus: `82,7`, `2 407`. */
  number(value: number, digits?: number): string;
  /** The same with a sign in front, zero without one: `+1,4`, `−5,4`. */
  signed(value: number, digits?: number): string;
  /** A score on the metric's scale: NPS as an integer, the others with one decimal. */
  score(metric: HeatmapMetric, value: number): string;
  /** A difference of scores: `−5,4 п.`, `+3 pts`. */
  points(metric: HeatmapMetric, difference: number): string;
  /** Bounds only: `81,8–83,6`; words instead of a dash where a bound is negative. */
  range(metric: HeatmapMetric, low: number, high: number): string;
  /** `ДИ 95 %: 81,8–83,6`. */
  interval(metric: HeatmapMetric, low: number, high: number): string;
  /** A share given as 0..1: `54 %`. */
  share(value: number, digits?: number): string;
  /** `p = 0,003`, `p < 0,001`. */
  p(value: number): string;
  /** A local date `yyyy-MM-dd`: `21 ноября 2026`. */
  date(local: string): string;
  /** The month of a local date: `май 2017`. */
  month(local: string): string;
  /** Only the short name of the month: `май`, `May`. */
  monthShort(local: string): string;
  /** Two local dates, both inclusive, as people say it: `май 2017`, `май – июль 2017`, `1–14 мая 2017`. */
  period(from: string, to: string): string;
  /** A person's name; the one that the product itself gave is said in the language on screen. */
  person(name: string): string;
  /** An instant in a time zone: `21 ноября 2026, 14:05`. */
  instant(iso: string, timeZone?: string): string;
}

const words = {
  en: { points: 'pts', interval: `95${NBSP}% CI`, range: (low: string, high: string) => `${low} to ${high}`, language: 'en-GB', grouping: 'en-US' },
  ru: { points: 'п.', interval: `ДИ${NBSP}95${NBSP}%`, range: (low: string, high: string) => `от ${low} до ${high}`, language: 'ru', grouping: 'ru' },
} as const;

const decimals = (metric: HeatmapMetric) => (metric === 'nps' ? 0 : 1);
const utc = (local: string) => new Date(`${local.slice(0, 10)}T00:00:00Z`);
const lastOfMonth = (local: string) => {
  const day = utc(local);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
};

/** Numbers and dates as the product writes them, in one language. Pure; months in words, no year mark. */
export const makeFormat = (locale: Locale): Format => {
  const word = words[locale];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(word.language, { timeZone: 'UTC', ...options });
    return (value: Date) => formatter.format(value).replace(/\sг\.?$/u, '').replace(/\.$/u, '');
  };
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const month = dates({ month: 'long', year: 'numeric' });
  const monthAlone = dates({ month: 'long' });
  const monthName = dates({ month: 'short' });

  const digitsOnly = (value: number, digits: number) =>
    new Intl.NumberFormat(word.grouping, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: 'always' })
      .format(Math.abs(value)).replace(/[\u202f ]/gu, NBSP);
  const isZero = (text: string) => !/[1-9]/.test(text);

  const number = (value: number, digits = 0) => {
    const text = digitsOnly(value, digits);
    return value < 0 && !isZero(text) ? MINUS + text : text;
  };
  const signed = (value: number, digits = 0) => {
    const text = number(value, digits);
    return value > 0 && !isZero(text) ? `+${text}` : text;
  };
  const range = (metric: HeatmapMetric, low: number, high: number) => {
    const [from, to] = [number(low, decimals(metric)), number(high, decimals(metric))];
    return from.startsWith(MINUS) || to.startsWith(MINUS) ? word.range(from, to) : `${from}${EN_DASH}${to}`;
  };
  const period = (from: string, to: string) => {
    if (from === to) return day(utc(from));
    const whole = from.endsWith('-01') && to === lastOfMonth(to);
    if (whole && from.slice(0, 7) === to.slice(0, 7)) return month(utc(from));
    if (whole && from.slice(0, 4) === to.slice(0, 4)) return `${monthAlone(utc(from))} ${EN_DASH} ${month(utc(to))}`;
    if (whole) return `${month(utc(from))} ${EN_DASH} ${month(utc(to))}`;
    if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}${EN_DASH}${day(utc(to))}`;
    return `${day(utc(from))} ${EN_DASH} ${day(utc(to))}`;
  };
  const p = (value: number) => (value < 0.001 ? `p < ${number(0.001, 3)}` : `p = ${number(value, 3)}`);

  return {
    number, signed, range, period, p,
    score: (metric, value) => number(value, decimals(metric)),
    points: (metric, difference) => `${signed(difference, decimals(metric))}${NBSP}${word.points}`,
    interval: (metric, low, high) => `${word.interval}: ${range(metric, low, high)}`,
    share: (value, digits = 0) => `${number(value * 100, digits)}${NBSP}%`,
    date: (local) => day(utc(local)),
    month: (local) => month(utc(local)),
    // «сент», «февр» and «Sept» would not stand under one another.
    monthShort: (local) => monthName(utc(local)).slice(0, 3),
    person: (name) => (Object.values(demoPersonNames).includes(name) ? demoPersonNames[locale] : name),
    instant: (iso, timeZone) => {
      const zone = timeZone == null ? {} : { timeZone };
      const at = new Date(iso);
      const local = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
      const time = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' }).format(at);
      return `${day(utc(local))}, ${time}`;
    },
  };
};
