import { addMonths, instantIn, monthName, type Month } from './calendar.js';
import { areaCount, askedTouchpoints, firstMonth, levelsOf, monthlyVolume, segments, type AskedTouchpoint, type Contact } from './levels.js';
import { below, binomial, gamma, normal, pickIndex, poisson, seededRandom, type Random } from './random.js';
import { recommendations, satisfactionWave } from './relationship.js';
import type { Story } from './story.js';
import { questionKey, relationshipKeys, type DemoSurvey } from './surveys.js';

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

export interface DemoBatch {
  survey: DemoSurvey;
  /** 0 for the last full month, −23 for the first. */
  month: number;
  responses: DemoResponse[];
}

/** The seed of the story that everybody sees: with it the four initiatives' effects come out close to the true ones. */
const storySeed = 30;
export const batchSize = 1000;

const customers = 240_000;
/** Coprime with the number of customers, so that nobody is asked twice in the 24 months. */
const customerStep = 100_003;

interface Source {
  random: Random;
  story: Story;
  areaShifts: readonly number[];
  asked: number;
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

function nextCustomer(source: Source): { customerRef: string; area: number; segment: number } {
  source.asked += 1;
  const number = (source.asked * customerStep) % customers;
  return {
    customerRef: `C${String(number).padStart(6, '0')}`,
    area: 1 + below(source.random, areaCount),
    segment: pickIndex(source.random, segments.map(({ share }) => share)),
  };
}

/** What every response tells of its customer. */
const described = ({ random, story }: Source, month: Month, { area, segment, customerRef }: { area: number; segment: number; customerRef: string }) => ({
  answeredAt: instantIn(month, random.next(), random.next()),
  segment: story.segments[segment] ?? '',
  customerRef,
  attributes: { area: String(area), region: story.regions[Math.floor((area - 1) / 6)] ?? '' },
});

/**
 * A chance of a good answer with the mean of `level` (0..100) and the spread of real surveys: Beta(3μ, 3(1 − μ)).
 * The gammas are shared by the questions of one response, so that who rates low also feels bad and finds it hard.
 */
function moods(random: Random, levels: readonly number[]): number[] {
  const sorted = [...new Set(levels)].sort((a, b) => a - b);
  const good = new Map<number, number>();
  const bad = new Map<number, number>();
  let sum = 0;
  let from = 0;
  for (const level of sorted) {
    sum += gamma(random, (3 * (level - from)) / 100);
    good.set(level, sum);
    from = level;
  }
  sum = 0;
  from = 100;
  for (const level of sorted.reverse()) {
    sum += gamma(random, (3 * (from - level)) / 100);
    bad.set(level, sum);
    from = level;
  }
  return levels.map((level) => {
    const plus = good.get(level) ?? 0;
    return plus / (plus + (bad.get(level) ?? 0));
  });
}

/** A quarter of the people are also asked what they felt; where few answer, all of them. */
const feelingShare = (point: AskedTouchpoint) => (point.perMonth < 20 ? 1 : 0.25);

/** Chance of a remark by rating 1 … 5: the unhappy write more; 18 % of all answers carry one. */
const remarkChance = [0.3, 0.24, 0.12, 0.11, 0.2];

function remark({ random, story }: Source, point: AskedTouchpoint, rating: number): string | undefined {
  const writes = random.next() < (remarkChance[rating - 1] ?? 0);
  const ending = story.endings[pickIndex(random, [55, 15, 15, 15])] ?? '';
  const texts = story.touchpoints[point.code];
  return writes ? (rating <= 3 ? texts.pain : texts.praise) + ending : undefined;
}

function contactResponse(source: Source, point: AskedTouchpoint, month: Month, back: number, order: number): DemoResponse {
  const { random, story } = source;
  const customer = nextCustomer(source);
  const contact: Contact = { ...customer, month: back, clearCashback: random.next() < 0.5 };
  const levels = levelsOf(point, contact, source.areaShifts[customer.area - 1] ?? 0);
  const asksFeeling = random.next() < feelingShare(point);
  const [csi = 0, ease = 0, feeling = 0] = moods(random, [levels.csi, levels.ease ?? levels.csi, levels.feeling ?? levels.csi]);
  const rating = 1 + binomial(random, 4, csi);
  const answers: Record<string, number> = { [questionKey(point.code, 'csi')]: rating };
  if (levels.ease != null) answers[questionKey(point.code, 'ces')] = 1 + binomial(random, 6, ease);
  if (levels.feeling != null && asksFeeling) answers[questionKey(point.code, 'emotion')] = binomial(random, 4, feeling) - 2;
  const comment = remark(source, point, rating);
  const response = described(source, month, customer);
  if (point.code === 'T13' && back >= -2) Object.assign(response.attributes, { cashbackTest: yesNo(contact.clearCashback) });
  return {
    ...response,
    externalId: `${point.code}-${monthName(month)}-${order}`,
    channel: story.channels[point.channel],
    ...(comment === undefined ? {} : { comment }),
    answers,
  };
}

function contactsOf(source: Source, month: Month, back: number): DemoResponse[] {
  return askedTouchpoints.flatMap((point) => {
    const volume = monthlyVolume(point, back);
    const count = 'exact' in volume ? volume.exact : poisson(source.random, volume.mean);
    return Array.from({ length: count }, (_, order) => contactResponse(source, point, month, back, order + 1));
  });
}

function recommendationsOf(source: Source, month: Month, back: number): DemoResponse[] {
  return recommendations(source.random, back).map(({ score, held }, order) => {
    const response = described(source, month, nextCustomer(source));
    Object.assign(response.attributes, { heldSince: yesNo(held) });
    return { ...response, externalId: `NPS-${monthName(month)}-${order + 1}`, answers: { [relationshipKeys.recommendation]: score } };
  });
}

function satisfactionOf(source: Source, month: Month, back: number): DemoResponse[] {
  return satisfactionWave(source.random, back).map((score, order) => ({
    ...described(source, month, nextCustomer(source)),
    externalId: `CSI-${monthName(month)}-${order + 1}`,
    answers: { [relationshipKeys.satisfaction]: score },
  }));
}

function* inBatches(survey: DemoSurvey, month: number, responses: DemoResponse[]): Generator<DemoBatch> {
  for (let start = 0; start < responses.length; start += batchSize) {
    yield { survey, month, responses: responses.slice(start, start + batchSize) };
  }
}

/**
 * All the answers of the demo, month by month: the same for the same seed, month and language; the figures are the same in every language.
 *
 * @param story the texts
 * @param lastMonth the last full month, M0
 */
export function* generate(story: Story, lastMonth: Month, seed: number = storySeed): Generator<DemoBatch> {
  const random = seededRandom(seed);
  const areaShifts = Array.from({ length: areaCount }, () => 2.5 * normal(random));
  const source: Source = { random, story, areaShifts, asked: 0 };
  for (let back = firstMonth; back <= 0; back += 1) {
    const month = addMonths(lastMonth, back);
    yield* inBatches('contact', back, contactsOf(source, month, back));
    yield* inBatches('recommendation', back, recommendationsOf(source, month, back));
    yield* inBatches('satisfaction', back, satisfactionOf(source, month, back));
  }
}
