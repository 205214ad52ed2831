import type { LaneKind, Operation } from '@afferent/domain';
import type { Story } from './story.js';
import { channelCodes, touchpointFacts, type TouchpointCode } from './touchpoint-facts.js';

/** Ids the map has before its cards are put on. */
export interface MapIds {
  readonly stages: readonly string[];
  readonly touchpoints: ReadonlyMap<TouchpointCode, string>;
  readonly newId: () => string;
}

interface Card {
  readonly stage: number;
  readonly title: string | null;
  readonly touchpoint?: TouchpointCode;
  readonly emotion?: number;
}

const perStage = (texts: readonly (readonly string[])[]): Card[] => texts.flatMap((titles, stage) => titles.map((title) => ({ stage, title })));

const lanesOf = (story: Story): { kind: LaneKind; name: string; cards: Card[] }[] => [
  { kind: 'emotion', name: story.lanes.emotion, cards: touchpointFacts.map(({ code, stage, emotionGuess }) => ({ stage, title: null, touchpoint: code, emotion: emotionGuess })) },
  { kind: 'actions', name: story.lanes.actions, cards: perStage(story.actions) },
  { kind: 'thoughts', name: story.lanes.thoughts, cards: perStage(story.thoughts) },
  { kind: 'pains', name: story.lanes.pains, cards: touchpointFacts.map(({ code, stage }) => ({ stage, title: story.touchpoints[code].pain, touchpoint: code })) },
  {
    kind: 'channels',
    name: story.lanes.channels,
    cards: story.stages.flatMap((_, stage) =>
      channelCodes.filter((channel) => touchpointFacts.some((facts) => facts.stage === stage && facts.channel === channel)).map((channel) => ({ stage, title: story.channels[channel] }))),
  },
];

/** The lanes below the touchpoints, with their cards, as operations of the map. */
export const mapCards = (story: Story, ids: MapIds): Operation[] =>
  lanesOf(story).flatMap(({ kind, name, cards }): Operation[] => {
    const laneId = ids.newId();
    return [
      { type: 'addLane', laneId, kind, name },
      ...cards.map((card): Operation => ({
        type: 'addCard',
        cardId: ids.newId(),
        laneId,
        stageId: ids.stages[card.stage] ?? '',
        title: card.title,
        touchpointId: card.touchpoint === undefined ? null : (ids.touchpoints.get(card.touchpoint) ?? null),
        emotion: card.emotion ?? null,
      })),
    ];
  });
