import { applied, fits, refused, restoreCard, type Applied } from './applied.js';
import { JOURNEY_LIMITS, type Card, type JourneyDocument } from './document.js';
import type { AddCard, CardOperation, MoveCard, OperationCode } from './operation.js';
import { place, settleRank, without } from './rank.js';
import { cardsOf } from './selectors.js';

/** Whether an emotion is a number the curve can draw. */
export const isEmotion = (emotion: number | null): boolean => emotion === null || (emotion >= -2 && emotion <= 2);

const destination = (document: JourneyDocument, operation: AddCard | MoveCard): { rank: string } | { code: OperationCode } => {
  if (!document.stages.some((stage) => stage.id === operation.stageId)) return { code: 'stage_not_found' };
  if (!document.lanes.some((lane) => lane.id === operation.laneId)) return { code: 'lane_not_found' };
  const peers = without(cardsOf(document, operation.stageId, operation.laneId), operation.cardId);
  const rank = settleRank(peers, operation.cardId, operation.rank);
  return rank === null ? { code: 'bad_rank' } : { rank };
};

const addCard = (document: JourneyDocument, operation: AddCard): Applied => {
  const { cardId: id, stageId, laneId, title = null, text = null, touchpointId = null, emotion = null } = operation;
  if (document.cards.length >= JOURNEY_LIMITS.cards) return refused('too_many_cards');
  if (!fits(title, JOURNEY_LIMITS.title) || !fits(text, JOURNEY_LIMITS.text) || !isEmotion(emotion)) return refused('bad_value');
  const target = destination(document, operation);
  if ('code' in target) return refused(target.code);
  const card: Card = { id, stageId, laneId, rank: target.rank, title, text, touchpointId, emotion };
  return applied({ ...document, cards: place(document.cards, card) }, { type: 'removeCard', cardId: id });
};

/** Applies an operation on cards. A card whose stage or lane is gone is gone with it: deletion wins. */
export const applyCardOperation = (document: JourneyDocument, operation: CardOperation): Applied => {
  const { cardId } = operation;
  const card = document.cards.find((item) => item.id === cardId);
  if (operation.type === 'addCard') return card ? refused('card_exists') : addCard(document, operation);

  if (!card) return refused('card_not_found');
  const pointTo = (touchpointId: string | null): JourneyDocument => ({ ...document, cards: place(document.cards, { ...card, touchpointId }) });
  const pointBack: CardOperation = card.touchpointId === null
    ? { type: 'unlinkTouchpoint', cardId }
    : { type: 'linkTouchpoint', cardId, touchpointId: card.touchpointId };

  switch (operation.type) {
    case 'moveCard': {
      const target = destination(document, operation);
      if ('code' in target) return refused(target.code);
      const moved = { ...card, stageId: operation.stageId, laneId: operation.laneId, rank: target.rank };
      const { stageId, laneId, rank } = card;
      return applied({ ...document, cards: place(document.cards, moved) }, { type: 'moveCard', cardId, stageId, laneId, rank });
    }
    case 'removeCard':
      return applied({ ...document, cards: without(document.cards, cardId) }, restoreCard(card));
    case 'linkTouchpoint':
      return applied(pointTo(operation.touchpointId), pointBack);
    case 'unlinkTouchpoint':
      return applied(pointTo(null), pointBack);
  }
};
