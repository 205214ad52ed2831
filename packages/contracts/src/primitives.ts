import { z } from 'zod';

/** Wraps a schema of whole numbers for where they come as text (queries, the environment): decimal digits alone, so neither `0x10` nor `1e1` nor ` 10`. */
export const wholeNumberText = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value), schema);

/** Any record's id: UUIDv7 made by the application (other versions are accepted on input), in lower case as the database writes it. */
export const idSchema = z.uuid().toLowerCase();

/** Measures a question may ask for (A1–A11, `docs/domain.md`). */
export const questionMetricSchema = z.enum(['nps', 'csat', 'csi', 'ces', 'emotion']);
export type QuestionMetric = z.infer<typeof questionMetricSchema>;

/** Measures the heat map can show: answers' metrics and the staff's 3P scores. */
export const heatmapMetricSchema = z.enum(['nps', 'csat', 'csi', 'ces', 'emotion', 'threeP', 'people', 'process', 'product']);
export type HeatmapMetric = z.infer<typeof heatmapMetricSchema>;

/** The three Ps in their fixed order; ties of the weakest are broken in this order. */
export const pSchema = z.enum(['people', 'process', 'product']);
export type P = z.infer<typeof pSchema>;

export const localeSchema = z.enum(['en', 'ru']);
export type Locale = z.infer<typeof localeSchema>;

/** A local calendar date of the workspace's zone, `yyyy-MM-dd`. */
export const localDateSchema = z.iso.date();

const withinCalendar = (value: string): boolean => {
  const year = new Date(value).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

/** An instant: ISO 8601 with a zone; in UTC too it has a year of four digits, because it is written in UTC again. */
export const instantSchema = z.iso.datetime({ offset: true }).refine(withinCalendar, 'must be between the years 1 and 9999');

const broken = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const visible = /[^\p{Cc}\p{Cf}\p{Z}\p{M}]/u;
/** That a text is not empty is told by its length. */
const isLine = (value: string): boolean => value === '' || (visible.test(value) && !broken.test(value));

/** One line of text a person typed: trimmed, with something to see in it, without control characters and line breaks of any kind. */
export const lineSchema = (max: number) =>
  z.string().trim().min(1).max(max).refine(isLine, 'must be one line of text');

/** Free text a person typed; NUL and lone surrogates are refused because Postgres cannot store them. */
export const textSchema = (max: number) =>
  z.string().max(max).refine((value) => !/\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value), 'must not contain NUL or broken characters');

/** An IANA time zone that this runtime knows. */
export const timezoneSchema = z.string().max(64).refine((value) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return /^[A-Za-z]/.test(value);
  } catch {
    return false;
  }
}, 'must be an IANA time zone, for example Europe/Berlin');
