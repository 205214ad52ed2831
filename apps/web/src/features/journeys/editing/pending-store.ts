import type { Operation } from '@afferent/domain';

/** A change that the server has not confirmed; `(clientId, clientSeq)` names it for ever, so sending it twice is harmless. */
export interface PendingOperation {
  clientId: string;
  clientSeq: number;
  operation: Operation;
}

/** Where unconfirmed changes survive a closed tab. */
export interface PendingStore {
  /** Changes left by tabs that are gone, oldest first. */
  adopt(journeyId: string, clientId: string): Promise<PendingOperation[]>;
  /** Replaces what is kept for one client; an empty list forgets it. */
  keep(journeyId: string, clientId: string, operations: readonly PendingOperation[]): Promise<void>;
}

const STORE = 'pending';
interface KeptQueue { key: string; journeyId: string; clientId: string; operations: PendingOperation[] }
const keyOf = (journeyId: string, clientId: string) => `${journeyId} ${clientId}`;

const settle = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error ?? new Error('The browser could not keep the changes'));
});

const open = () => {
  const request = indexedDB.open('afferent-journeys', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex('journeyId', 'journeyId');
  return settle(request);
};

// A tab holds the lock of its client for as long as it lives; a free lock means that its queue is an orphan.
const isGone = (clientId: string) => navigator.locks.request(`afferent-map ${clientId}`, { ifAvailable: true }, (lock) => lock !== null);
const hold = (clientId: string) => void navigator.locks.request(`afferent-map ${clientId}`, () => new Promise<never>(() => undefined));

/** The browser's own database; `null` where the browser has none (private windows of some browsers). */
export const openPendingStore = async (): Promise<PendingStore | null> => {
  if (typeof indexedDB === 'undefined' || navigator.locks == null) return null;
  let database: IDBDatabase;
  try {
    database = await open();
  } catch {
    return null;
  }
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE);

  return {
    adopt: async (journeyId, clientId) => {
      hold(clientId);
      const queues: KeptQueue[] = await settle(store('readonly').index('journeyId').getAll(journeyId));
      const orphans: PendingOperation[] = [];
      for (const queue of queues) {
        if (queue.clientId === clientId || !(await isGone(queue.clientId))) continue;
        orphans.push(...queue.operations);
        await settle(store('readwrite').delete(queue.key));
      }
      return orphans;
    },
    keep: async (journeyId, clientId, operations) => {
      const key = keyOf(journeyId, clientId);
      if (operations.length === 0) await settle(store('readwrite').delete(key));
      else await settle(store('readwrite').put({ key, journeyId, clientId, operations: [...operations] } satisfies KeptQueue));
    },
  };
};
