import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LOG, type Log } from '../log/log.js';
import { executorOf } from './executor.js';
import type { Queue } from './queues.js';
import { type FetchedJob, type JobHandler, type JobStore, Worker } from './worker.js';

export type { JobHandler } from './worker.js';

/** Background work that is kept in the database: sent in the same transaction as its cause, done at least once. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown, JobStore {
  private readonly boss: PgBoss;
  private readonly workers = new Map<Queue, Worker>();
  private started = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unit: UnitOfWork,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.boss = new PgBoss({ db: executorOf(dataSource), migrate: false, schedule: false, supervise: true, maintenanceIntervalSeconds: 10 });
    this.boss.on('error', (error) => log.warn({ error: { message: error.message } }, 'job maintenance failed'));
  }

  /** Sends a job inside the open unit of work: it exists when, and only when, the unit commits. */
  async send(queue: Queue, payload: object): Promise<void> {
    await this.boss.send(queue, payload, { db: { executeSql: async (sql, values) => ({ rows: await this.unit.query(sql, values) }) } });
    this.unit.afterCommit(() => this.workers.get(queue)?.ring());
  }

  /**
   * Names who does the jobs of a queue; to be called while the application starts. The handler may see a job again after
   * a crash, and should end soon once its signal aborts.
   */
  work(queue: Queue, handler: JobHandler): void {
    if (this.workers.has(queue)) throw new Error(`The queue ${queue} has a worker already`);
    const worker = new Worker(queue, handler, this, this.log);
    this.workers.set(queue, worker);
    if (this.started) worker.start();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    this.started = true;
    for (const worker of this.workers.values()) worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.workers.values()].map((worker) => worker.stop()));
    await this.boss.stop({ graceful: false, wait: true });
  }

  async fetch(queue: Queue): Promise<FetchedJob | undefined> {
    const [job] = await this.boss.fetch<object>(queue, { batchSize: 1 });
    return job;
  }

  async keep(queue: Queue, id: string): Promise<void> {
    await this.dataSource.query(`update pgboss.job set started_on = now() where name = $1 and id = $2 and state = 'active'`, [queue, id]);
  }

  async giveBack(queue: Queue, id: string): Promise<void> {
    await this.dataSource.query(`update pgboss.job set state = 'retry', start_after = now() where name = $1 and id = $2 and state = 'active'`, [queue, id]);
  }

  async complete(queue: Queue, id: string): Promise<void> {
    await this.boss.complete(queue, id);
  }

  async fail(queue: Queue, id: string, error: unknown): Promise<void> {
    await this.boss.fail(queue, id, { message: error instanceof Error ? error.message : String(error) });
  }
}
