import type { DataSource } from 'typeorm';

export interface QueueSettings {
  /** How often a job is tried again after it failed or its process died. */
  readonly retryLimit: number;
  /** Waits longer from try to try; for work that others must be able to take. */
  readonly patient?: boolean;
}

/** Every queue of the product; a queue has a table of its own, which the owner makes together with the schema. */
const QUEUES = {
  mail: { retryLimit: 12, patient: true },
  imports: { retryLimit: 50 },
  demo: { retryLimit: 50 },
} satisfies Record<string, QueueSettings>;
export type Queue = keyof typeof QUEUES;

/** A running job says "still at it" well within this time; after it the job counts as lost and is tried again. */
export const LOST_AFTER_SECONDS = 30;

/** Makes the queues that are missing. */
export async function createQueues(owner: DataSource): Promise<void> {
  for (const [name, { retryLimit, patient = false }] of Object.entries<QueueSettings>(QUEUES)) {
    const settings = { policy: 'standard', retryLimit, retryDelay: 1, retryBackoff: patient, expireInSeconds: LOST_AFTER_SECONDS };
    await owner.query('select pgboss.create_queue($1, $2)', [name, JSON.stringify(settings)]);
  }
}
