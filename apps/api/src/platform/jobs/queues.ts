import type { DataSource } from 'typeorm';

export interface QueueSettings {
  readonly retryLimit: number;
  readonly expireInSeconds: number;
}

/** Every queue of the product; a queue has a table of its own, which the owner makes together with the schema. */
export const QUEUES = {
  mail: { retryLimit: 5, expireInSeconds: 120 },
} as const satisfies Record<string, QueueSettings>;
export type Queue = keyof typeof QUEUES;

/** Makes the queues that are missing. */
export async function createQueues(owner: DataSource): Promise<void> {
  for (const [name, settings] of Object.entries(QUEUES)) {
    await owner.query('select pgboss.create_queue($1, $2)', [
      name,
      JSON.stringify({ policy: 'standard', retryDelay: 5, retryBackoff: true, ...settings }),
    ]);
  }
}
