/** A stream of reproducible random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform on [0, 1). */
  next(): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for the few million draws of a demo. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
  };
}

/** A whole number 0 … size − 1. */
export const below = (random: Random, size: number): number => Math.floor(random.next() * size);

/** One of the items; the list must not be empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new RangeError('pick needs a list that is not empty');
  return item;
}

/** Index drawn in proportion to the weights. */
export function pickIndex(random: Random, weights: readonly number[]): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

/** Standard normal by Box–Muller; 1 − u keeps the logarithm finite. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** Gamma(shape, 1) by Marsaglia and Tsang (2000); shapes below 1 by their boost with a power of a uniform. */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Successes in `trials` tries that each succeed with the chance `p`. */
export function binomial(random: Random, trials: number, p: number): number {
  let successes = 0;
  for (let index = 0; index < trials; index += 1) if (random.next() < p) successes += 1;
  return successes;
}

/** Poisson by Knuth's product, in slices of 500 so that exp(−mean) does not vanish. */
export function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 500) {
    const limit = Math.exp(-Math.min(left, 500));
    for (let product = 1 - random.next(); product > limit; product *= 1 - random.next()) count += 1;
  }
  return count;
}

/** Fisher–Yates, in place. */
export function shuffle<T>(random: Random, items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = below(random, last + 1);
    const kept = items[last] as T;
    items[last] = items[other] as T;
    items[other] = kept;
  }
  return items;
}
