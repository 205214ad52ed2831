import { JOURNEY_LIMITS, type Card, type JourneyDocument } from './document.js';
import type { AddCard, Operation, OperationCode } from './operation.js';

/** What an operation led to: the next document with the operations that undo it, or a reason and nothing changed. */
export type Applied =
  | { readonly ok: true; readonly document: JourneyDocument; readonly inverse: Operation[] }
  | { readonly ok: false; readonly code: OperationCode };

/** Nothing changed, and why. */
export const refused = (code: OperationCode): Applied => ({ ok: false, code });
/** The changed document; `inverse` undoes it in its order. */
export const applied = (document: JourneyDocument, ...inverse: Operation[]): Applied => ({ ok: true, document, inverse });

/** Whether a text can be the name of something: not blank, not too long. */
export const isName = (name: string): boolean => name.trim() !== '' && name.length <= JOURNEY_LIMITS.name;

/** Whether a text that may be absent keeps its bound. */
export const fits = (text: string | null, max: number): boolean => text === null || text.length <= max;

/** The operation that puts a removed card back exactly as it was. */
export const restoreCard = ({ id, ...card }: Card): AddCard => ({ type: 'addCard', cardId: id, ...card });
