import { channelCodes, touchpointFacts, type ChannelCode, type TouchpointCode } from './touchpoint-facts.js';

/** Months are counted back from the last full month: 0 is that month, −23 the first of the story. */
export const firstMonth = -23;
export const areaCount = 24;

/** Customers' groups in the order of the story's texts: share of customers and shift of the rating by channel. */
export const segments: readonly { share: number; shift: (channel: ChannelCode) => number }[] = [
  { share: 46, shift: () => 0 },
  { share: 24, shift: () => -1 },
  { share: 12, shift: (channel) => (isDigital(channel) ? -6 : channel === 'BRN' ? 4 : 0) },
  { share: 11, shift: (channel) => (isDigital(channel) ? 3 : channel === 'TEL' ? -4 : 0) },
  { share: 7, shift: (channel) => (channel === 'TEL' ? 5 : 0) },
];

const digital: ReadonlySet<ChannelCode> = new Set(channelCodes.filter((code) => ['WEB', 'APP', 'CHT', 'MSG'].includes(code)));
const isDigital = (channel: ChannelCode) => digital.has(channel);

/** What is asked after a contact: the rating's level, ease on 0..100, feeling on −2..+2, and how many answer in a month. */
interface Asked {
  perMonth: number;
  csi: number;
  ease?: number;
  feeling?: number;
}

const asked: Partial<Record<TouchpointCode, Asked>> = {
  T02: { perMonth: 60, csi: 62, feeling: 0.2 },
  T03: { perMonth: 45, csi: 58, feeling: -0.1 },
  T04: { perMonth: 150, csi: 66, ease: 70, feeling: 0.1 },
  T05: { perMonth: 70, csi: 77, feeling: 0.9 },
  T06: { perMonth: 260, csi: 73, ease: 66, feeling: 0.6 },
  T07: { perMonth: 180, csi: 75, feeling: 0.7 },
  T08: { perMonth: 240, csi: 78, feeling: 1 },
  T09: { perMonth: 220, csi: 80, ease: 75, feeling: 1 },
  T10: { perMonth: 90, csi: 69, feeling: 0.3 },
  T11: { perMonth: 600, csi: 85, feeling: 1.3 },
  T12: { perMonth: 420, csi: 87, feeling: 1.3 },
  T13: { perMonth: 310, csi: 61, feeling: 0 },
  T14: { perMonth: 200, csi: 76, feeling: 0.7 },
  T15: { perMonth: 160, csi: 74, feeling: 0.6 },
  T16: { perMonth: 190, csi: 60, ease: 46, feeling: -0.7 },
  T17: { perMonth: 280, csi: 57, ease: 45, feeling: -0.3 },
  T18: { perMonth: 300, csi: 80, feeling: 1 },
  T19: { perMonth: 270, csi: 54, ease: 49, feeling: -0.4 },
  T20: { perMonth: 230, csi: 68, feeling: 0.2 },
  T21: { perMonth: 55, csi: 42, ease: 33, feeling: -1.1 },
  T22: { perMonth: 2.5, csi: 55 },
  T23: { perMonth: 1, csi: 50, ease: 45 },
  T24: { perMonth: 13, csi: 48, feeling: -0.5 },
  T25: { perMonth: 6, csi: 57, feeling: 0.1 },
};

/** Points of the rating that an event adds from its first month on; the last figure stays. */
const after = (month: number, start: number, ...points: number[]): number =>
  month < start ? 0 : (points[Math.min(month - start, points.length - 1)] ?? 0);

/** What the story's events add to a touchpoint's rating in a month, an area (1 … 24) and a half of the app's users. */
function eventShift(code: TouchpointCode, month: number, area: number, clearCashback: boolean): number {
  switch (code) {
    case 'T08':
      if (area > 12) return 0;
      return month < -11 ? -1 : after(month, -11, 2, 5, 8, 9);
    case 'T12':
      return after(month, -4, -3);
    case 'T13':
      return clearCashback ? after(month, -2, 0, 2, 4) : 0;
    case 'T16':
      return after(month, -4, -8, -14, -15);
    case 'T17':
      return after(month, -3, -4, -7);
    case 'T18':
      return after(month, -3, -2);
    case 'T19':
      return area >= 7 && area <= 18 && month >= -16 && month <= -9 ? -12 : 0;
    case 'T20':
      return area <= 8 ? after(month, -7, 1) : 0;
    default:
      return 0;
  }
}

/** Who answers: everything the level depends on besides touchpoint and month. */
export interface Contact {
  month: number;
  area: number;
  segment: number;
  /** In the random half that sees the new page of cashback. */
  clearCashback: boolean;
}

/** Levels on 0..100 (feeling turned from −2..+2), kept inside 3..97. */
export interface Levels {
  csi: number;
  ease: number | null;
  feeling: number | null;
}

/** The table of what is asked, with the channel of each touchpoint; T01 is never asked. */
export const askedTouchpoints = touchpointFacts.flatMap(({ code, channel }) => {
  const row = asked[code];
  return row ? [{ code, channel, perMonth: row.perMonth, csi: row.csi, ease: row.ease ?? null, feeling: row.feeling ?? null }] : [];
});
export type AskedTouchpoint = (typeof askedTouchpoints)[number];

const inside = (level: number) => Math.min(97, Math.max(3, level));

/** Expected levels of one answer; `areaShift` is the area's own shift of the rating. */
export function levelsOf(point: AskedTouchpoint, contact: Contact, areaShift: number): Levels {
  const segmentShift = segments[contact.segment]?.shift(point.channel) ?? 0;
  const shift = eventShift(point.code, contact.month, contact.area, contact.clearCashback) + areaShift + segmentShift;
  return {
    csi: inside(point.csi + shift),
    ease: point.ease == null ? null : inside(point.ease + shift),
    feeling: point.feeling == null ? null : inside((point.feeling + 2) * 25 + shift),
  };
}

const fixedCounts: Partial<Record<TouchpointCode, (month: number) => number>> = {
  T22: (month) => (month === 0 || (month < -2 && month % 2 === 0) ? 3 : 2),
  T23: () => 1,
  T24: (month) => (month >= -5 ? 13 : 0),
  T25: () => 6,
};

/** Expected answers of a month with the season of the year, or an exact count for the touchpoints that few people reach. */
export function monthlyVolume(point: AskedTouchpoint, month: number): { exact: number } | { mean: number } {
  const fixed = fixedCounts[point.code];
  if (fixed) return { exact: fixed(month) };
  const monthOfStory = month - firstMonth + 1;
  return { mean: point.perMonth * (1 + 0.06 * Math.sin((2 * Math.PI * (monthOfStory + 11)) / 12)) };
}
