import dayjs from 'dayjs';

/** Local dates of the workspace's zone, `yyyy-MM-dd`, both inclusive. */
export interface Period {
  from: string;
  to: string;
}

const ISO = 'YYYY-MM-DD';
const day = (date: string) => dayjs(date);
const endOfMonth = (date: string) => day(date).endOf('month').format(ISO);
const startOfMonth = (date: string) => day(date).startOf('month').format(ISO);

export const isWholeMonths = ({ from, to }: Period) => from === startOfMonth(from) && to === endOfMonth(to);

const monthsIn = ({ from, to }: Period) => day(startOfMonth(to)).diff(startOfMonth(from), 'month') + 1;

/** The period of the same length right before this one; whole months stay whole months. */
export function previousPeriod(period: Period): Period {
  const to = day(period.from).subtract(1, 'day').format(ISO);
  if (isWholeMonths(period)) return { from: day(period.from).subtract(monthsIn(period), 'month').format(ISO), to };
  const days = day(period.to).diff(period.from, 'day');
  return { from: day(to).subtract(days, 'day').format(ISO), to };
}

/** The same dates a year earlier; a month's last day stays the last day (29 February). */
export function yearBefore(period: Period): Period {
  const from = day(period.from).subtract(1, 'year').format(ISO);
  const to = day(period.to).subtract(1, 'year').format(ISO);
  return { from, to: isWholeMonths(period) ? endOfMonth(to) : to };
}

export const PRESETS = ['month', 'quarter', 'half', 'year', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

const PRESET_MONTHS: Record<Exclude<Preset, 'all'>, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** A preset counted back from the month of the last answer, so that a quiet month never opens an empty map. */
export function presetPeriod(preset: Preset, answers: { firstDay: string; lastDay: string }): Period {
  if (preset === 'all') return { from: startOfMonth(answers.firstDay), to: endOfMonth(answers.lastDay) };
  const from = day(startOfMonth(answers.lastDay)).subtract(PRESET_MONTHS[preset] - 1, 'month').format(ISO);
  return { from, to: endOfMonth(answers.lastDay) };
}
