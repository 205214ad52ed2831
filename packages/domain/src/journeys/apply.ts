import { applyCardOperation } from './apply-card.js';
import { applyLaneOperation } from './apply-lane.js';
import { applySetProperty } from './apply-property.js';
import { applyStageOperation } from './apply-stage.js';
import type { Applied } from './applied.js';
import type { JourneyDocument } from './document.js';
import type { Operation, OperationCode } from './operation.js';

/**
 * Applies one operation to a map. The same code runs on the server, which decides the order, and in the browser, which does not wait for it.
 *
 * @returns the next document with the operations that undo it (to be applied in their order), or the reason why it was refused; the given document is never changed
 */
export const applyOperation = (document: JourneyDocument, operation: Operation): Applied => {
  switch (operation.type) {
    case 'addStage':
    case 'renameStage':
    case 'moveStage':
    case 'removeStage':
      return applyStageOperation(document, operation);
    case 'addLane':
    case 'renameLane':
    case 'moveLane':
    case 'removeLane':
      return applyLaneOperation(document, operation);
    case 'addCard':
    case 'moveCard':
    case 'removeCard':
    case 'linkTouchpoint':
    case 'unlinkTouchpoint':
      return applyCardOperation(document, operation);
    case 'setProperty':
      return applySetProperty(document, operation);
  }
};

/** What a sequence of operations led to; refused ones are named and skipped. */
export interface AppliedAll {
  readonly document: JourneyDocument;
  /** Undoes the whole sequence, the last change first. */
  readonly inverse: readonly Operation[];
  readonly refused: readonly { readonly index: number; readonly code: OperationCode }[];
}

/**
 * Applies operations one after the other: a log read back, the changes that wait for the server, or the steps of one undo.
 *
 * @param document the state before the first of them
 */
export const applyOperations = (document: JourneyDocument, operations: readonly Operation[]): AppliedAll => {
  let state = document;
  const steps: Operation[][] = [];
  const refused: { index: number; code: OperationCode }[] = [];
  operations.forEach((operation, index) => {
    const result = applyOperation(state, operation);
    if (result.ok) {
      state = result.document;
      steps.push(result.inverse);
    } else refused.push({ index, code: result.code });
  });
  return { document: state, inverse: steps.toReversed().flat(), refused };
};
