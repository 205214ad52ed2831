/** Step-up adjustment of p-values with a common factor, in the order given. */
const stepUp = (p: readonly number[], factor: number): number[] => {
  const order = p.map((_, index) => index).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
  const adjusted = p.map(() => 1);
  let lowest = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const index = order[rank - 1] ?? 0;
    lowest = Math.min(lowest, (p[index] ?? 1) * ((p.length * factor) / rank));
    adjusted[index] = lowest;
  }
  return adjusted;
};

/** Benjamini–Hochberg adjusted p-values, same order as given; ties and zeros allowed, empty list gives an empty list (A5). */
export const benjaminiHochberg = (p: readonly number[]): number[] => stepUp(p, 1);

/** Benjamini–Yekutieli: valid under any dependence, times Σ 1/k (A5). */
export const benjaminiYekutieli = (p: readonly number[]): number[] =>
  stepUp(p, p.reduce((total, _, index) => total + 1 / (index + 1), 0));
