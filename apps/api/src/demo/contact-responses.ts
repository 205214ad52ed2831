import { monthName, type Month } from './calendar.js';
import { described, nextCustomer, yesNo, type DemoResponse, type Source } from './customers.js';
import { askedTouchpoints, levelsOf, monthlyVolume, type AskedTouchpoint, type Contact } from './levels.js';
import { moods } from './moods.js';
import { binomial, pickIndex, poisson } from './random.js';
import { questionKey } from './surveys.js';

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

/** A month's answers to the questions asked after a contact, touchpoint by touchpoint. */
export function contactsOf(source: Source, month: Month, back: number): DemoResponse[] {
  return askedTouchpoints.flatMap((point) => {
    const volume = monthlyVolume(point, back);
    const count = 'exact' in volume ? volume.exact : poisson(source.random, volume.mean);
    return Array.from({ length: count }, (_, order) => contactResponse(source, point, month, back, order + 1));
  });
}
