import { applyOperations, type JourneyDocument, type Operation, type OperationCode } from '@afferent/domain';
import type { JourneyTransport } from '../journeys.queries';
import { act, type UndoEntry, type Work } from './map-state';
import type { PendingOperation, PendingStore } from './pending-store';
import { SaveQueue, type Acknowledged } from './save-queue';

export type SaveStatus = 'saved' | 'saving' | 'offline';

/** What the screen draws; a new object only when something changed. */
export interface MapSnapshot {
  readonly document: JourneyDocument;
  readonly status: SaveStatus;
  readonly pending: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Options {
  /** Names the map and its editor in the browser's own storage. */
  scope: string;
  document: JourneyDocument;
  seq: number;
  clientId: string;
  transport: JourneyTransport;
  store: PendingStore | null;
}

/**
 * A map being edited: the server's state, this person's unconfirmed changes on top of it, and the way back.
 * The server decides the order; the same reducer runs here, so a change is seen at once.
 */
export class MapSession {
  readonly #options: Options;
  readonly #queue: SaveQueue;
  readonly #listeners = new Set<() => void>();
  readonly #refusals = new Set<(code: string) => void>();
  #base: JourneyDocument;
  #seq: number;
  /** The newest state of the server that was heard of; what was read before it may still be on its way here. */
  #heard: number;
  #clientSeq = 0;
  #undo: UndoEntry[] = [];
  #redo: UndoEntry[] = [];
  #work = 0;
  #lastWork: Promise<unknown> | null = null;
  #isOnline = true;
  #snapshot: MapSnapshot;

  constructor(options: Options) {
    this.#options = options;
    this.#base = options.document;
    this.#seq = options.seq;
    this.#heard = options.seq;
    this.#queue = new SaveQueue(options.transport, {
      onAcknowledged: (round) => void this.#acknowledge(round),
      onRefused: (_batch, code) => void this.#refuse(code),
      onChange: () => this.#publish(),
    });
    this.#snapshot = this.#draw(options.document);
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  };

  readonly getSnapshot = () => this.#snapshot;

  /** Calls back with the server's code whenever a change of this person was not taken. */
  onRefused(listener: (code: string) => void) {
    this.#refusals.add(listener);
    return () => { this.#refusals.delete(listener); };
  }

  /** Takes over changes that a closed tab left behind. */
  async adopt() {
    const { store, scope, clientId } = this.#options;
    const orphans = await store?.adopt(scope, clientId);
    if (orphans === undefined || orphans.length === 0) return;
    this.#queue.add(orphans, 'front');
    this.#changed();
  }

  /** Does an act at once and sends it; returns why not, when the map itself does not allow it. */
  perform(operations: readonly Operation[], { undoable = true } = {}): OperationCode | null {
    const result = act(this.#snapshot.document, operations, true);
    if (result.refused !== null) return result.refused;
    if (undoable) {
      this.#undo.push({ operations: result.inverse });
      this.#redo = [];
    }
    this.#enqueue(result.done);
    return null;
  }

  /** Does work outside the document that can be taken back like any other act. */
  async performWork(work: Work): Promise<void> {
    this.#undo.push({ work: await this.#inTurn(work) });
    this.#redo = [];
    this.#publish();
  }

  undo(): Promise<boolean> {
    return this.#step(this.#undo, this.#redo);
  }

  redo(): Promise<boolean> {
    return this.#step(this.#redo, this.#undo);
  }

  /** Keeps the status at "saving" while something that is no operation is on its way, for example a renamed touchpoint. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#work += 1;
    this.#publish();
    try {
      return await work;
    } finally {
      this.#work -= 1;
      this.#publish();
    }
  }

  setOnline(isOnline: boolean) {
    this.#isOnline = isOnline;
    this.#publish();
    if (isOnline) this.#queue.retry();
  }

  /** Brings what others did, when there is something. */
  async catchUp() {
    const head = await this.#options.transport.head(this.#seq);
    if (head > this.#seq && this.#queue.pending.length === 0) await this.#reload();
  }

  // One after the other, so that of two names the one given last stays.
  #inTurn(work: Work): Promise<Work> {
    const before = this.#lastWork ?? Promise.resolve();
    const done = this.track(before.then(work));
    const over = done.then(() => undefined, () => undefined).then(() => { if (this.#lastWork === over) this.#lastWork = null; });
    this.#lastWork = over;
    return done;
  }

  // Parts of the way back may have become impossible (a stage is gone); the rest is still done.
  async #step(from: UndoEntry[], to: UndoEntry[]): Promise<boolean> {
    // Work that is still going on is the last act, although it stands on no list yet.
    while (this.#lastWork !== null) await this.#lastWork;
    const entry = from.pop();
    if (entry === undefined) return false;
    if ('work' in entry) {
      try {
        to.push({ work: await this.#inTurn(entry.work) });
        return true;
      } catch {
        return false;
      } finally {
        this.#publish();
      }
    }
    const result = act(this.#snapshot.document, entry.operations, false);
    if (result.done.length > 0) to.push({ operations: result.inverse });
    this.#enqueue(result.done);
    return result.done.length > 0;
  }

  #enqueue(operations: readonly Operation[]) {
    const { clientId } = this.#options;
    const pending = operations.map((operation): PendingOperation => ({ clientId, clientSeq: this.#clientSeq++, operation }));
    this.#queue.add(pending);
    this.#changed();
  }

  async #acknowledge({ batch, results, seq }: Acknowledged) {
    const accepted = batch.filter((_, index) => results[index]?.status === 'applied').map(({ operation }) => operation);
    const refused = results.find(({ status }) => status === 'rejected');
    const isNext = seq === this.#seq + accepted.length && !results.some(({ status }) => status === 'duplicate');
    this.#base = applyOperations(this.#base, accepted).document;
    this.#heard = Math.max(this.#heard, seq);
    if (isNext) {
      this.#seq = seq;
      this.#changed();
    } else await this.#reload();
    if (refused !== undefined) this.#tell(refused.code ?? 'bad_value');
  }

  async #refuse(code: string) {
    this.#tell(code);
    await this.#reload();
  }

  async #reload() {
    try {
      const { document, seq } = await this.track(this.#options.transport.load());
      if (seq >= this.#heard) {
        this.#base = document;
        this.#seq = seq;
        this.#heard = seq;
      }
    } catch {
      // The next round or the next look at the page tries again; what is shown stays.
    }
    this.#changed();
  }

  #tell(code: string) {
    for (const listener of this.#refusals) listener(code);
  }

  #changed() {
    const { store, scope, clientId } = this.#options;
    void store?.keep(scope, clientId, this.#queue.pending).catch(() => undefined);
    this.#snapshot = this.#draw(applyOperations(this.#base, this.#queue.pending.map(({ operation }) => operation)).document);
    for (const listener of this.#listeners) listener();
  }

  #publish() {
    this.#snapshot = this.#draw(this.#snapshot.document);
    for (const listener of this.#listeners) listener();
  }

  #draw(document: JourneyDocument): MapSnapshot {
    const pending = this.#queue.pending.length;
    const isBusy = pending > 0 || this.#work > 0;
    const isOffline = !this.#isOnline || (this.#queue.isCutOff && pending > 0);
    return { document, pending, status: isOffline ? 'offline' : isBusy ? 'saving' : 'saved', canUndo: this.#undo.length > 0, canRedo: this.#redo.length > 0 };
  }
}
