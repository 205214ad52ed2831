import type { Heatmap, JourneyTouchpoint } from '@afferent/contracts';
import type { Card, Stage } from '@afferent/domain';

/** What customers answered about one touchpoint, −2..2 as it was asked. */
export interface AskedEmotion {
  value: number;
  ciLow: number | null;
  ciHigh: number | null;
  n: number;
}

/** A place on the emotion lane: `share` of its stage's column, 0..1. */
interface Place {
  stageId: string;
  share: number;
}

/** A touchpoint's measured emotion where it stands on the lane. */
export interface EmotionPoint extends AskedEmotion, Place {
  touchpointId: string;
  name: string;
}

/** One guess of the workshop; without a value it only marks where a stage can be given one. */
export interface GuessPoint extends Place {
  key: string;
  stage: string;
  /** What the guess is about when the stage has several. */
  name: string | null;
  value: number | null;
  /** Null until the first guess of the stage makes its card. */
  cardId: string | null;
}

const ASKED_PER_POINT = 50;
const asAsked = (value: number | null) => (value === null ? null : value / ASKED_PER_POINT);

/** Each touchpoint's measured emotion; those that may not be shown are left out. */
export const emotionValues = (heatmap: Heatmap | null): ReadonlyMap<string, AskedEmotion> =>
  new Map(heatmap?.cells.flatMap(({ touchpointId, value, ciLow, ciHigh, n }) => (value === null ? [] : [[touchpointId, { value: value / ASKED_PER_POINT, ciLow: asAsked(ciLow), ciHigh: asAsked(ciHigh), n }] as const])));

const middleOf = (index: number, count: number) => (index + 0.5) / count;

/** Touchpoints with an emotion that may be shown, spread over their stage in map order; never averaged over a stage. */
export const emotionPoints = (values: ReadonlyMap<string, AskedEmotion>, touchpoints: readonly JourneyTouchpoint[]): EmotionPoint[] => {
  const shown = touchpoints.flatMap(({ id, name, stageId }) => {
    const asked = values.get(id);
    return asked === undefined ? [] : [{ ...asked, touchpointId: id, name, stageId }];
  });
  return shown.map((point, index) => {
    const inStage = shown.filter(({ stageId }) => stageId === point.stageId);
    const before = shown.slice(0, index).filter(({ stageId }) => stageId === point.stageId).length;
    return { ...point, share: middleOf(before, inStage.length) };
  });
};

/**
 * Every guess of a lane, stage by stage: under the measured point of its touchpoint where all of a stage have one, else evenly spread.
 * A stage without a guess gets one place for its first.
 */
export const guessPoints = (stages: readonly Stage[], cardsOf: (stageId: string) => readonly Card[], measured: readonly EmotionPoint[], names: ReadonlyMap<string, { name: string }>): GuessPoint[] =>
  stages.flatMap((stage): GuessPoint[] => {
    const cards = cardsOf(stage.id);
    const guesses = cards.filter(({ emotion }) => emotion !== null);
    if (guesses.length === 0) return [{ key: stage.id, stageId: stage.id, stage: stage.name, share: 0.5, name: null, value: null, cardId: cards[0]?.id ?? null }];
    const under = guesses.map(({ touchpointId }) => measured.find((point) => point.touchpointId === touchpointId && point.stageId === stage.id)?.share);
    const isAligned = under.every((share) => share !== undefined) && new Set(under).size === guesses.length;
    return guesses
      .map(({ id, touchpointId, title, emotion }, index) => ({
        key: id, cardId: id, stageId: stage.id, stage: stage.name, value: emotion, share: (isAligned ? under[index] : undefined) ?? middleOf(index, guesses.length),
        name: guesses.length === 1 ? null : ((touchpointId === null ? undefined : names.get(touchpointId)?.name) ?? title ?? null),
      }))
      .toSorted((a, b) => a.share - b.share);
  });
