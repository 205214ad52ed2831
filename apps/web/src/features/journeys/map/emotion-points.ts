import type { Heatmap, JourneyTouchpoint } from '@afferent/contracts';

/** A touchpoint's measured emotion, and where in its stage's column it stands (0..1). */
export interface EmotionPoint {
  stageId: string;
  share: number;
  /** −2..2, as it was asked. */
  value: number;
}

const ASKED_PER_POINT = 50;

/** Each touchpoint's measured emotion, −2..2 as it was asked; those that may not be shown are left out. */
export const emotionValues = (heatmap: Heatmap | null): ReadonlyMap<string, number> =>
  new Map(heatmap?.cells.flatMap(({ touchpointId, value }) => (value === null ? [] : [[touchpointId, value / ASKED_PER_POINT] as const])));

/** Touchpoints with an emotion that may be shown, spread over their stage in map order; never averaged over a stage. */
export const emotionPoints = (values: ReadonlyMap<string, number>, touchpoints: readonly JourneyTouchpoint[]): EmotionPoint[] => {
  const shown = touchpoints.flatMap(({ id, stageId }) => {
    const value = values.get(id);
    return value === undefined ? [] : [{ stageId, value }];
  });
  return shown.map((point, index) => {
    const inStage = shown.filter(({ stageId }) => stageId === point.stageId);
    const before = shown.slice(0, index).filter(({ stageId }) => stageId === point.stageId).length;
    return { ...point, share: (before + 0.5) / inStage.length };
  });
};
