import { hhi, influenceShares, potentialsOf } from '@afferent/domain';
import type { JourneyOwnership } from '@afferent/contracts';

export type WeightMode = JourneyOwnership['weights'];

export interface InfluencedPoint {
  readonly id: string;
  readonly value: number | null;
  readonly n: number;
  readonly target: number | null;
  readonly importance: number | null;
  readonly contactsPerMonth: number | null;
  readonly owner: { readonly functionId: string; readonly userId: string | null } | null;
  readonly influences: readonly { readonly functionId: string; readonly degree: number }[];
}

type Shares = Readonly<Record<string, number>>;

const weightBy = (mode: WeightMode, point: InfluencedPoint): number | null =>
  mode === 'importance' ? point.importance : mode === 'contacts' ? point.contactsPerMonth : 1;

/** Importance if every point that counts has one, else contacts if all have them, else equal; never the number of answers (A18). */
const defaultMode = (counting: readonly InfluencedPoint[]): WeightMode => {
  const usable = (mode: WeightMode) =>
    counting.every((point) => weightBy(mode, point) != null) && counting.some((point) => (weightBy(mode, point) ?? 0) > 0);
  return usable('importance') ? 'importance' : usable('contacts') ? 'contacts' : 'equal';
};

const sharesOf = (point: InfluencedPoint): Shares | null =>
  influenceShares(Object.fromEntries(point.influences.map(({ functionId, degree }) => [functionId, degree])));

/** Weights, shares, concentration and what each function can win (A18). `names` gives the functions' names. */
export function ownershipFigures(points: readonly InfluencedPoint[], names: ReadonlyMap<string, string>, asked?: WeightMode | undefined):
Pick<JourneyOwnership, 'weights' | 'touchpoints' | 'functions'> {
  const shared = points.map((point) => ({ point, shares: sharesOf(point) }));
  const counting = shared.filter(({ point, shares }) => shares != null && point.value != null).map(({ point }) => point);
  const mode = asked ?? defaultMode(counting);
  const total = counting.reduce((sum, point) => sum + (weightBy(mode, point) ?? 0), 0);
  const weightOf = (point: InfluencedPoint): number | null => {
    const weight = counting.includes(point) ? weightBy(mode, point) : null;
    return weight == null || total <= 0 ? null : weight / total;
  };
  const potentials = potentialsOf(shared.flatMap(({ point, shares }) => {
    const weight = weightOf(point);
    return weight == null || shares == null || point.value == null ? [] : [{ weight, value: point.value, target: point.target, shares }];
  }));
  const influencing = new Set(shared.flatMap(({ shares }) => Object.entries(shares ?? {}).filter(([, share]) => share > 0).map(([id]) => id)));
  return {
    weights: mode,
    touchpoints: shared.map(({ point, shares }) => ({
      touchpointId: point.id,
      weight: weightOf(point),
      value: point.value,
      n: point.n,
      target: point.target,
      owner: point.owner,
      hhi: shares == null ? null : hhi(shares),
      functions: point.influences.map(({ functionId, degree }) => ({ functionId, degree, share: shares?.[functionId] ?? null })),
    })),
    functions: [...influencing]
      .map((id) => ({ functionId: id, name: names.get(id) ?? '', ...(potentials.get(id) ?? { potential: 0, potentialShare: null }) }))
      .sort((a, b) => b.potential - a.potential || a.name.localeCompare(b.name)),
  };
}
