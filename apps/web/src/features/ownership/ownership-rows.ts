import type { Functions, Heatmap, Journey, JourneyOwnership, NamedOwner } from '@afferent/contracts';
import { DIFFUSE_HHI } from '@afferent/domain';

/** Measures on 0..100, the only ones with a distance to a target. */
export const OWNERSHIP_METRICS = ['csi', 'csat', 'ces', 'threeP'] as const;
export type OwnershipMetric = (typeof OWNERSHIP_METRICS)[number];

/** One line of the page: a touchpoint with what is measured there, who answers for it and who influences it. */
export interface OwnershipRow {
  id: string;
  name: string;
  stage: string;
  value: number | null;
  /** 95 % interval; null for staff scores and until it is known. */
  interval: readonly [low: number, high: number] | null;
  n: number;
  target: number | null;
  weight: number | null;
  hhi: number | null;
  owner: NamedOwner | null;
  degrees: ReadonlyMap<string, { degree: number; share: number | null }>;
}

/** Joins the report with the map's names and the figures' intervals, in map order. */
export const rowsOf = (journey: Journey, report: JourneyOwnership, figures: Heatmap | null): OwnershipRow[] => {
  const stages = new Map(journey.stages.map((stage) => [stage.id, stage.name]));
  const points = new Map(journey.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const intervals = new Map(figures?.cells.flatMap(({ touchpointId, ciLow, ciHigh }) => (ciLow == null || ciHigh == null ? [] : [[touchpointId, [ciLow, ciHigh] as const] as const])));
  return report.touchpoints.flatMap((line) => {
    const point = points.get(line.touchpointId);
    if (point == null) return [];
    return [{
      id: line.touchpointId, name: point.name, stage: stages.get(point.stageId) ?? '', value: line.value, interval: intervals.get(line.touchpointId) ?? null, n: line.n, target: line.target, weight: line.weight, hhi: line.hhi, owner: point.owner,
      degrees: new Map(line.functions.map(({ functionId, degree, share }) => [functionId, { degree, share }])),
    }];
  });
};

/** The functions a person belongs to. */
export const functionsOf = (functions: Functions, userId: string) => new Set(functions.items.filter((item) => item.userIds.includes(userId)).map((item) => item.id));

/** Mine: owned by me or my function, or influenced by one of my functions. */
export const isMine = (row: OwnershipRow, userId: string, mine: ReadonlySet<string>) =>
  row.owner?.userId === userId || (row.owner != null && mine.has(row.owner.functionId)) || [...row.degrees].some(([id, { degree }]) => degree > 0 && mine.has(id));

/** Whether nobody answers for a touchpoint that several functions influence a little. */
export const isNobodys = (row: OwnershipRow) => row.owner == null && row.hhi != null && row.hhi < DIFFUSE_HHI;
