import { shuffle, type Random } from './random.js';

/** Promoters, passives and detractors of each month from the first one on; 1,200 answers a month. */
const monthlyClasses: readonly (readonly [number, number, number])[] = [
  [642, 360, 198], [654, 360, 186], [648, 360, 192], [636, 360, 204], [648, 360, 192], [660, 360, 180],
  [654, 360, 186], [642, 360, 198], [648, 360, 192], [648, 360, 192], [654, 360, 186], [642, 360, 198],
  [648, 360, 192], [642, 360, 198], [654, 360, 186], [660, 360, 180], [648, 360, 192], [654, 360, 186],
  [648, 360, 192], [640, 364, 196], [626, 368, 206], [612, 372, 216], [604, 376, 220], [597, 378, 225],
];

/** Share of customers, in %, who have had a payment held since the new rule, in its five months. */
const heldShare = [4, 9, 13, 17, 20] as const;
const heldClasses = [33, 37, 30] as const;

/** Scores inside a class and how often each is given. */
const insideClass = [
  { scores: [9, 10], weights: [40, 60] },
  { scores: [7, 8], weights: [45, 55] },
  { scores: [0, 1, 2, 3, 4, 5, 6], weights: [8, 4, 6, 12, 15, 30, 25] },
] as const;

/** Overall satisfaction, 0..100, in the eight quarterly waves; the last wave is the last full month. */
const waveLevels = [76, 76, 75, 76, 76, 76, 74, 73] as const;
const waveSize = 600;

/** Splits a whole number in proportion to the weights, to the largest remainders. */
function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = total - counts.reduce((all, count) => all + count, 0);
  for (const { index } of byRemainder.slice(0, missing)) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

export interface RelationshipAnswer {
  score: number;
  held: boolean;
}

/** The 1,200 recommendations of a month (−23 … 0), in random order, with exactly the story's classes. */
export function recommendations(random: Random, month: number): RelationshipAnswer[] {
  const classes = monthlyClasses[monthlyClasses.length - 1 + month];
  if (!classes) throw new RangeError(`the story has no month ${month}`);
  const total = classes.reduce((sum, count) => sum + count, 0);
  const share = month >= -4 ? (heldShare[month + 4] ?? 0) : 0;
  const held = apportion(Math.round((total * share) / 100), heldClasses);
  const answers = insideClass.flatMap(({ scores, weights }, index) => {
    const ofClass = classes[index] ?? 0;
    const heldOfClass = held[index] ?? 0;
    const drawn = apportion(ofClass, weights).flatMap((count, place) => Array.from({ length: count }, () => scores[place] ?? 0));
    return shuffle(random, drawn).map((score, order) => ({ score, held: order < heldOfClass }));
  });
  return shuffle(random, answers);
}

/** Chances of 0 … trials successes of a beta-binomial. */
function betaBinomialChances(trials: number, alpha: number, beta: number): number[] {
  const rising = (start: number, count: number) => Array.from({ length: count }, (_, step) => start + step).reduce((product, factor) => product * factor, 1);
  const choose = (count: number) => rising(trials - count + 1, count) / rising(1, count);
  return Array.from({ length: trials + 1 }, (_, count) =>
    (choose(count) * rising(alpha, count) * rising(beta, trials - count)) / rising(alpha + beta, trials));
}

/** Whether the quarterly survey runs in this month, and its 600 ratings 1 … 5 with the wave's level. */
export function satisfactionWave(random: Random, month: number): number[] {
  if (month % 3 !== 0) return [];
  const level = waveLevels[waveLevels.length - 1 + month / 3];
  if (level === undefined) return [];
  const counts = apportion(waveSize, betaBinomialChances(4, (3 * level) / 100, 3 * (1 - level / 100)));
  return shuffle(random, counts.flatMap((count, index) => Array.from({ length: count }, () => index + 1)));
}
