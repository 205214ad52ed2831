import { emptyDocument, type JourneyDocument, type LaneKind } from './document.js';
import { byRank, evenRanks } from './rank.js';

/** A map as a list of stages with the cards of one lane: what an import, a template or a form gives. */
export interface Outline extends Pick<JourneyDocument, 'name' | 'state' | 'persona' | 'owner'> {
  readonly lane: { readonly id: string; readonly kind: LaneKind; readonly name: string };
  readonly stages: readonly {
    readonly id: string;
    readonly name: string;
    readonly cards: readonly { readonly id: string; readonly touchpointId: string }[];
  }[];
}

/**
 * The map of an outline, with one lane.
 *
 * @param outline ids are distinct and made by the caller; counts stay within `JOURNEY_LIMITS`
 */
export const documentFromOutline = (outline: Outline): JourneyDocument => {
  const stageRanks = evenRanks(outline.stages.length);
  const stages = outline.stages.map(({ id, name }, index) => ({ id, name, rank: stageRanks[index] ?? '' }));
  const cards = outline.stages.flatMap((stage) => {
    const ranks = evenRanks(stage.cards.length);
    return stage.cards.map(({ id, touchpointId }, index) => (
      { id, stageId: stage.id, laneId: outline.lane.id, rank: ranks[index] ?? '', title: null, text: null, touchpointId, emotion: null }
    ));
  });
  const [rank = ''] = evenRanks(1);
  return { ...emptyDocument(outline), stages, lanes: [{ ...outline.lane, rank, collapsed: false }], cards: cards.toSorted(byRank) };
};
