import type { Log } from '../log/log.js';
import { LOST_AFTER_SECONDS, type Queue } from './queues.js';

export interface FetchedJob {
  readonly id: string;
  readonly data: object;
}

/** What a worker needs of the queue's store. */
export interface JobStore {
  fetch(queue: Queue): Promise<FetchedJob | undefined>;
  keep(queue: Queue, id: string): Promise<void>;
  complete(queue: Queue, id: string): Promise<void>;
  fail(queue: Queue, id: string, error: unknown): Promise<void>;
  giveBack(queue: Queue, id: string): Promise<void>;
}

export type JobHandler = (payload: object, job: { readonly id: string; readonly signal: AbortSignal }) => Promise<void>;

const POLL_MS = 2_000;

/** Takes the jobs of one queue one by one; a doorbell shortens the wait between looks. */
export class Worker {
  private readonly stopping = new AbortController();
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private rung = false;

  constructor(
    private readonly queue: Queue,
    private readonly handler: JobHandler,
    private readonly store: JobStore,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  ring(): void {
    this.rung = true;
    this.wake();
  }

  /** Tells the running job to stop and waits for it; a job that gave up is tried again by whoever comes next. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const job = await this.store.fetch(this.queue).catch((error: unknown) => this.note(error, 'jobs cannot be fetched'));
      if (job === undefined) await this.pause();
      else await this.work(job);
    }
  }

  private pause(): Promise<void> {
    if (this.rung || this.stopping.signal.aborted) {
      this.rung = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wake = () => {
        clearTimeout(timer);
        this.rung = false;
        resolve();
      };
    });
  }

  private async work(job: FetchedJob): Promise<void> {
    const keep = setInterval(() => void this.store.keep(this.queue, job.id).catch((error: unknown) => this.note(error, 'a job cannot be kept')), (LOST_AFTER_SECONDS * 1000) / 4);
    try {
      await this.handler(job.data, { id: job.id, signal: this.stopping.signal });
      await this.store.complete(this.queue, job.id);
    } catch (error) {
      await this.settle(job, error).catch((failure: unknown) => this.note(failure, 'a failed job cannot be noted'));
    } finally {
      clearInterval(keep);
    }
  }

  /** A job that stopped because we stop has not failed: the next process goes on with it at once. */
  private async settle(job: FetchedJob, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return this.store.giveBack(this.queue, job.id);
    this.note(error, 'a job failed');
    return this.store.fail(this.queue, job.id, error);
  }

  private note(error: unknown, message: string): undefined {
    this.log.warn({ queue: this.queue, error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) }, message);
    return undefined;
  }
}
