import type { ImportMoment } from '@afferent/contracts';
import { DateTime, type Zone } from 'luxon';
import { dateOnlyFormat, formatReader } from './moment-format.js';
import { steadyZone } from './steady-zone.js';

/** A point in time as it is stored: the instant, and the local date of the workspace on which it counts. */
export interface Moment {
  at: string;
  day: string;
}
export type MomentFault = 'invalid_time' | 'time_out_of_range';

export interface MomentRules {
  /** The workspace's zone: answers with a time count on its local date. */
  workspaceZone: string;
  now: Date;
}

/** The notation `api.md` gives for the default format; written out as a format it means the same. */
export const defaultFormat = 'yyyy-M-d[ T]H:mm[:ss]';
const defaultShape = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const firstDay = '1990-01-01';
const cacheSize = 2000;

type Parse = (text: string) => { time: DateTime; dateOnly: boolean } | undefined;

function parseDefault(zone: Zone): Parse {
  return (text) => {
    const match = defaultShape.exec(text);
    if (!match) return undefined;
    const [, year, month, day, hour, minute, second] = match;
    const time = DateTime.fromObject(
      { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0) },
      { zone },
    );
    return { time, dateOnly: hour === undefined };
  };
}

function parseFormat(format: string, zone: Zone): Parse {
  const read = formatReader(format, zone);
  const dateOnly = dateOnlyFormat(format);
  return (text) => {
    const time = read(text);
    return time && { time, dateOnly };
  };
}

/** Days since the last of 1899, as spreadsheets count them; the fraction is the time of day, to the second. */
function parseSerial(zone: Zone): Parse {
  const first = DateTime.fromObject({ year: 1899, month: 12, day: 30 }, { zone });
  return (text) => {
    if (!/^\d{4,6}([.,]\d+)?$/.test(text)) return undefined;
    const serial = Number(text.replace(',', '.'));
    const days = Math.floor(serial);
    return { time: first.plus({ days }).plus({ seconds: Math.round((serial - days) * 86_400) }), dateOnly: serial === days };
  };
}

/** Moments that are counted from a beginning; their formats are names, not letters. */
const countedFormats: Record<string, (zone: Zone) => Parse> = {
  unix: (zone) => (text) => (/^\d{9,10}(\.\d+)?$/.test(text) ? { time: DateTime.fromSeconds(Number(text), { zone }), dateOnly: false } : undefined),
  unixMillis: (zone) => (text) => (/^\d{12,13}$/.test(text) ? { time: DateTime.fromMillis(Number(text), { zone }), dateOnly: false } : undefined),
  excelSerial: parseSerial,
};

/** Whether a format is known by its name, so that its letters need no check. */
export const isNamedFormat = (format: string): boolean => format === defaultFormat || Object.hasOwn(countedFormats, format);

const parserOf = (format: string | undefined, zone: Zone): Parse => {
  if (format == null || format === defaultFormat) return parseDefault(zone);
  return (Object.hasOwn(countedFormats, format) ? countedFormats[format]?.(zone) : undefined) ?? parseFormat(format, zone);
};

function judge(parsed: ReturnType<Parse>, workspaceZone: Zone, latestDay: string): Moment | MomentFault {
  if (!parsed?.time.isValid) return 'invalid_time';
  const day = (parsed.dateOnly ? parsed.time : parsed.time.setZone(workspaceZone)).toISODate() ?? '';
  if (day < firstDay || day > latestDay) return 'time_out_of_range';
  return { at: parsed.time.toUTC().toISO() ?? '', day };
}

const tomorrow = ({ now, workspaceZone }: MomentRules) => DateTime.fromJSDate(now).setZone(workspaceZone).plus({ days: 1 }).toFormat('yyyy-MM-dd');

/**
 * Reads a mapping's moments from trimmed text; equal texts are read once, because a survey has few distinct dates.
 * Those of times are many: keeping more of them would cost memory and find nothing.
 */
export function momentReader(spec: Pick<ImportMoment, 'format' | 'timezone'>, rules: MomentRules): (text: string) => Moment | MomentFault {
  const workspaceZone = steadyZone(rules.workspaceZone);
  const parse = parserOf(spec.format, spec.timezone == null ? workspaceZone : steadyZone(spec.timezone));
  const latestDay = tomorrow(rules);
  const seen = new Map<string, Moment | MomentFault>();
  return (text) => {
    const known = seen.get(text);
    if (known) return known;
    const result = judge(parse(text), workspaceZone, latestDay);
    if (seen.size >= cacheSize) seen.clear();
    seen.set(text, result);
    return result;
  };
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the API's own times: ISO 8601 with a zone, or a bare local date of the workspace. */
export function isoMomentReader(rules: MomentRules): (text: string) => Moment | MomentFault {
  const zone = steadyZone(rules.workspaceZone);
  const latestDay = tomorrow(rules);
  return (text) => {
    const dateOnly = isoDate.test(text);
    if (!dateOnly && !isoInstant.test(text)) return 'invalid_time';
    return judge({ time: DateTime.fromISO(text, { zone }), dateOnly }, zone, latestDay);
  };
}
