import { pairedTest, sum, type PairedTest } from './sample.js';

/** SERVQUAL gap, perception − expectation per person, with its paired t test (A14). Throws RangeError when the lists differ in length. */
export const expectationGap = (expectation: readonly number[], perception: readonly number[], confidence = 0.95): PairedTest => {
  if (expectation.length !== perception.length) throw new RangeError('each person needs expectation and perception');
  return pairedTest(perception.map((value, index) => value - (expectation[index] ?? Number.NaN)), confidence);
};

/** Disconfirmation from answers −2 much worse .. +2 much better: index 50·mean (−100..100) and shares in percent; null without answers (A14). */
export const disconfirmation = (answers: readonly number[]) => {
  const n = answers.length;
  if (n === 0) return { n, index: null, shareWorse: null, shareAsExpected: null, shareBetter: null };
  const share = (matches: (answer: number) => boolean) => (100 * answers.filter(matches).length) / n;
  return {
    n,
    index: (50 * sum(answers)) / n,
    shareWorse: share((answer) => answer < 0),
    shareAsExpected: share((answer) => answer === 0),
    shareBetter: share((answer) => answer > 0),
  };
};

/** Weighted SERVQUAL gap: Σ points·gap / Σ points over dimensions that have both (A14). Null without points. */
export const weightedGap = (gaps: Readonly<Record<string, number>>, points: Readonly<Record<string, number>>): number | null => {
  const shared = Object.entries(gaps).flatMap(([name, gap]) => (points[name] == null ? [] : [{ gap, weight: points[name] }]));
  const total = sum(shared.map(({ weight }) => weight));
  return total > 0 ? sum(shared.map(({ gap, weight }) => gap * weight)) / total : null;
};
