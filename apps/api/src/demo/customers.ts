import { instantIn, type Month } from './calendar.js';
import { areaCount, segments } from './levels.js';
import { below, pickIndex, type Random } from './random.js';
import type { Story } from './story.js';

/** One filled-in questionnaire, as `POST /responses` takes it. */
export interface DemoResponse {
  externalId: string;
  answeredAt: string;
  channel?: string;
  segment: string;
  attributes: Record<string, string>;
  comment?: string;
  customerRef: string;
  answers: Record<string, number>;
}

const customers = 240_000;
/** Coprime with the number of customers, so that nobody is asked twice in the 24 months. */
const customerStep = 100_003;

/** What answers are drawn from; `asked` counts the people who were asked so far. */
export interface Source {
  random: Random;
  story: Story;
  areaShifts: readonly number[];
  asked: number;
}

export interface Customer {
  readonly customerRef: string;
  readonly area: number;
  readonly segment: number;
}

/** Somebody who was not asked before. */
export function nextCustomer(source: Source): Customer {
  source.asked += 1;
  const number = (source.asked * customerStep) % customers;
  return {
    customerRef: `C${String(number).padStart(6, '0')}`,
    area: 1 + below(source.random, areaCount),
    segment: pickIndex(source.random, segments.map(({ share }) => share)),
  };
}

/** What every response tells of its customer. */
export const described = ({ random, story }: Source, month: Month, { area, segment, customerRef }: Customer) => ({
  answeredAt: instantIn(month, random.next(), random.next()),
  segment: story.segments[segment] ?? '',
  customerRef,
  attributes: { area: String(area), region: story.regions[Math.floor((area - 1) / 6)] ?? '' },
});

/** An attribute that is true of a customer or not. */
export const yesNo = (value: boolean) => (value ? 'yes' : 'no');
