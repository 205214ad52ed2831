import { applyOperations, type JourneyDocument, type Operation, type OperationCode } from '@afferent/domain';

/** A change outside the map's document (a touchpoint's name in the catalogue); it answers with the work that takes it back. */
export type Work = () => Promise<Work>;

/** Undoes one act of this person; what came of others in between stays. */
export type UndoEntry = { readonly operations: readonly Operation[] } | { readonly work: Work };

/** The outcome of an act on the map: the operations that were possible, and those that undo them. */
export interface Act {
  readonly document: JourneyDocument;
  readonly done: readonly Operation[];
  readonly inverse: readonly Operation[];
  readonly refused: OperationCode | null;
}

/** Applies an act as far as it goes; nothing of it is done when `whole` is asked for and a part is refused. */
export const act = (document: JourneyDocument, operations: readonly Operation[], whole: boolean): Act => {
  const result = applyOperations(document, operations);
  const refused = result.refused[0]?.code ?? null;
  if (whole && refused !== null) return { document, done: [], inverse: [], refused };
  const skipped = new Set(result.refused.map(({ index }) => index));
  return { document: result.document, done: operations.filter((_, index) => !skipped.has(index)), inverse: result.inverse, refused };
};
