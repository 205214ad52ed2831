import { addMonths, monthName, type Month } from './calendar.js';
import { contactsOf } from './contact-responses.js';
import { described, nextCustomer, yesNo, type DemoResponse, type Source } from './customers.js';
import { areaCount, firstMonth } from './levels.js';
import { normal, seededRandom } from './random.js';
import { recommendations, satisfactionWave } from './relationship.js';
import type { Story } from './story.js';
import { relationshipKeys, type DemoSurvey } from './surveys.js';

export interface DemoBatch {
  survey: DemoSurvey;
  /** 0 for the last full month, −23 for the first. */
  month: number;
  responses: DemoResponse[];
}

/** The seed of the story that everybody sees: with it the four initiatives' effects come out close to the true ones. */
const storySeed = 30;
export const batchSize = 1000;

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
