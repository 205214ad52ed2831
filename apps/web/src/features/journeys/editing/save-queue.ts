import type { OperationResult } from '@afferent/contracts';
import { ApiProblem } from '../../../lib/api';
import type { JourneyTransport } from '../journeys.queries';
import type { PendingOperation } from './pending-store';

/** What a round with the server led to. */
export interface Acknowledged {
  batch: readonly PendingOperation[];
  results: readonly OperationResult[];
  seq: number;
}

interface Listener {
  onAcknowledged: (round: Acknowledged) => void;
  /** The server will never take these; `code` says why. */
  onRefused: (batch: readonly PendingOperation[], code: string) => void;
  onChange: () => void;
}

const MAX_BATCH = 200;
const PATIENCE = 30_000;

const isTemporary = (error: unknown) =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status === 401 || error.status === 408 || error.status === 429 || error.status >= 500;

/** Sends changes in their order, one request at a time, and keeps them until the server has answered for each. */
export class SaveQueue {
  readonly #transport: Pick<JourneyTransport, 'send'>;
  readonly #listener: Listener;
  #pending: readonly PendingOperation[] = [];
  #sending = false;
  #failures = 0;
  #limit = MAX_BATCH;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(transport: Pick<JourneyTransport, 'send'>, listener: Listener) {
    this.#transport = transport;
    this.#listener = listener;
  }

  get pending(): readonly PendingOperation[] {
    return this.#pending;
  }

  /** Whether the last try did not reach the server. */
  get isCutOff(): boolean {
    return this.#failures > 0;
  }

  add(operations: readonly PendingOperation[], where: 'front' | 'back' = 'back') {
    this.#pending = where === 'back' ? [...this.#pending, ...operations] : [...operations, ...this.#pending];
    if (this.#timer === undefined) this.#schedule(0);
  }

  /** Tries again now, for example when the network is back. */
  retry() {
    clearTimeout(this.#timer);
    this.#schedule(0);
  }

  #schedule(delay: number) {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, delay);
  }

  // A batch has one sender: changes adopted from a closed tab keep its name and stay apart.
  #nextBatch(): PendingOperation[] {
    const first = this.#pending[0];
    if (first === undefined) return [];
    const other = this.#pending.findIndex(({ clientId }) => clientId !== first.clientId);
    return this.#pending.slice(0, Math.min(other === -1 ? this.#pending.length : other, this.#limit));
  }

  async #send() {
    const batch = this.#nextBatch();
    const [first] = batch;
    if (this.#sending || first === undefined) return;
    this.#sending = true;
    try {
      const { seq, results } = await this.#transport.send(first.clientId, batch);
      this.#failures = 0;
      this.#limit = MAX_BATCH;
      this.#drop(batch);
      this.#listener.onAcknowledged({ batch, results, seq });
    } catch (error) {
      this.#failed(batch, error);
    } finally {
      this.#sending = false;
    }
    this.#listener.onChange();
    if (this.#pending.length > 0 && this.#timer === undefined) this.#schedule(0);
  }

  #drop(batch: readonly PendingOperation[]) {
    this.#pending = this.#pending.slice(batch.length);
  }

  #failed(batch: readonly PendingOperation[], error: unknown) {
    if (isTemporary(error)) {
      this.#failures += 1;
      const asked = error instanceof ApiProblem && error.retryAfter !== null ? error.retryAfter * 1000 : 0;
      this.#schedule(Math.max(asked, Math.min(PATIENCE, 500 * 2 ** this.#failures)));
      return;
    }
    this.#failures = 0;
    // One bad change must not take its neighbours with it, so they are sent again one by one.
    if (batch.length > 1) {
      this.#limit = 1;
      return;
    }
    this.#drop(batch);
    this.#listener.onRefused(batch, error instanceof ApiProblem ? error.code : 'unexpected');
  }
}
