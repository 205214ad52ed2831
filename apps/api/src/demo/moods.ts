import { gamma, type Random } from './random.js';

/**
 * A chance of a good answer with the mean of `level` (0..100) and the spread of real surveys: Beta(3μ, 3(1 − μ)).
 * The gammas are shared by the questions of one response, so that who rates low also feels bad and finds it hard.
 */
export function moods(random: Random, levels: readonly number[]): number[] {
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
