import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { LOG, type Log } from '../../platform/log/log.js';
import { ImportsRepository } from '../imports.repository.js';
import { ImportRunner } from './import-runner.js';
import { Spool } from './spool.js';

const payloadSchema = z.object({ workspaceId: z.uuid(), importId: z.uuid() });
const sweepMs = 5000;
const tidyMs = 3600 * 1000;

/** Works on imports, one at a time in a process: new ones by their job, interrupted ones as soon as their lease has run out. */
@Injectable()
export class ImportWorker implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly shutdown = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private sweep: NodeJS.Timeout | undefined;
  private tidying: NodeJS.Timeout | undefined;
  private sweeping = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly repository: ImportsRepository,
    private readonly runner: ImportRunner,
    private readonly spool: Spool,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.work('imports', (payload) => {
      const { workspaceId, importId } = payloadSchema.parse(payload);
      return this.run(workspaceId, importId);
    });
  }

  onApplicationBootstrap(): void {
    this.sweep = setInterval(() => void this.resume(), sweepMs);
    this.sweep.unref();
    this.tidying = setInterval(() => void this.tidy(), tidyMs);
    this.tidying.unref();
    void this.resume();
    void this.tidy();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    clearInterval(this.tidying);
    this.shutdown.abort();
    await this.working;
  }

  private run(workspaceId: string, importId: string): Promise<void> {
    const turn = this.working.then(() => (this.shutdown.signal.aborted ? undefined : this.runner.run(workspaceId, importId, this.shutdown.signal)));
    this.working = turn.catch(() => undefined);
    return turn;
  }

  private async resume(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = true;
    try {
      for (const { workspaceId, importId } of await this.repository.unattended()) await this.run(workspaceId, importId);
    } catch (error) {
      this.note(error);
    } finally {
      this.sweeping = false;
    }
  }

  private async tidy(): Promise<void> {
    await this.spool.tidy((importIds) => this.repository.living(importIds)).catch((error: unknown) => this.note(error));
  }

  private note(error: unknown): void {
    if (!this.shutdown.signal.aborted) this.log.warn({ error: error instanceof Error ? { name: error.name, message: error.message } : String(error) }, 'imports could not be looked after');
  }
}
