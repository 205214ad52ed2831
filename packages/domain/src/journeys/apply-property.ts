import { isEmotion } from './apply-card.js';
import { applied, fits, isName, refused, type Applied } from './applied.js';
import { JOURNEY_LIMITS, JOURNEY_STATES, type JourneyDocument } from './document.js';
import type { SetProperty } from './operation.js';
import { place } from './rank.js';

type JourneyProperty = Extract<SetProperty, { target: 'journey' }>;
type CardProperty = Extract<SetProperty, { target: 'card' }>;

const isJourneyValue = (operation: JourneyProperty): boolean => {
  switch (operation.property) {
    case 'name': return isName(operation.value);
    case 'state': return JOURNEY_STATES.includes(operation.value);
    case 'persona':
    case 'owner': return operation.value === null || isName(operation.value);
  }
};

const setOfJourney = (document: JourneyDocument, operation: JourneyProperty): Applied => {
  if (!isJourneyValue(operation)) return refused('bad_value');
  const next = { ...document, [operation.property]: operation.value };
  switch (operation.property) {
    case 'name': return applied(next, { ...operation, value: document.name });
    case 'state': return applied(next, { ...operation, value: document.state });
    case 'persona':
    case 'owner': return applied(next, { ...operation, value: document[operation.property] });
  }
};

const setOfCard = (document: JourneyDocument, operation: CardProperty): Applied => {
  const card = document.cards.find((item) => item.id === operation.id);
  if (!card) return refused('card_not_found');
  const cards = place(document.cards, { ...card, [operation.property]: operation.value });
  if (operation.property === 'emotion') {
    return isEmotion(operation.value) ? applied({ ...document, cards }, { ...operation, value: card.emotion }) : refused('bad_value');
  }
  if (!fits(operation.value, JOURNEY_LIMITS[operation.property])) return refused('bad_value');
  return applied({ ...document, cards }, { ...operation, value: card[operation.property] });
};

/** Sets one property of the journey, of a lane or of a card. */
export const applySetProperty = (document: JourneyDocument, operation: SetProperty): Applied => {
  if (operation.target === 'journey') return setOfJourney(document, operation);
  if (operation.target === 'card') return setOfCard(document, operation);
  const lane = document.lanes.find((item) => item.id === operation.id);
  if (!lane) return refused('lane_not_found');
  const lanes = place(document.lanes, { ...lane, collapsed: operation.value });
  return applied({ ...document, lanes }, { ...operation, value: lane.collapsed });
};
