import type { OperationBatch, OperationResult } from '@afferent/contracts';
import { applyOperation, type JourneyDocument, type Operation } from '@afferent/domain';

/** An operation that took effect, as the log keeps it. */
export interface LogEntry {
  readonly seq: number;
  readonly clientSeq: number;
  readonly operation: Operation;
}

export interface BatchState {
  readonly seq: number;
  readonly document: JourneyDocument;
  /** What this client's operations got before, by clientSeq. */
  readonly known: ReadonlyMap<number, number>;
  /** Those of the touchpoints named in the batch that the catalogue has. */
  readonly touchpoints: ReadonlySet<string>;
}

export interface BatchOutcome {
  readonly seq: number;
  readonly document: JourneyDocument;
  readonly results: OperationResult[];
  readonly log: LogEntry[];
}

/** The touchpoint an operation points to; null where it points to none. */
export const touchpointIn = (operation: Operation): string | null =>
  operation.type === 'linkTouchpoint' || operation.type === 'addCard' ? (operation.touchpointId ?? null) : null;

/** Applies a client's operations one after the other; each has its own outcome, and none stops the next. */
export function applyBatch(state: BatchState, batch: OperationBatch): BatchOutcome {
  const known = new Map(state.known);
  const results: OperationResult[] = [];
  const log: LogEntry[] = [];
  let { seq, document } = state;
  for (const { clientSeq, ...operation } of batch.operations) {
    const before = known.get(clientSeq);
    if (before !== undefined) {
      results.push({ clientSeq, seq: before, status: 'duplicate', code: null });
      continue;
    }
    const touchpointId = touchpointIn(operation);
    if (touchpointId !== null && !state.touchpoints.has(touchpointId)) {
      results.push({ clientSeq, seq: null, status: 'rejected', code: 'touchpoint_not_found' });
      continue;
    }
    const applied = applyOperation(document, operation);
    if (!applied.ok) {
      results.push({ clientSeq, seq: null, status: 'rejected', code: applied.code });
      continue;
    }
    ({ document } = applied);
    seq += 1;
    known.set(clientSeq, seq);
    log.push({ seq, clientSeq, operation });
    results.push({ clientSeq, seq, status: 'applied', code: null });
  }
  return { seq, document, results, log };
}
