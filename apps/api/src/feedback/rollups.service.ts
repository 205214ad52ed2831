import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { LOG, type Log } from '../platform/log/log.js';
import { RollupsRepository } from './rollups/rollups.repository.js';

export { rollupSums } from './rollups/rollup-source.js';

const batch = 50_000;
const afterIngestMs = 300;
const sweepMs = 15_000;

/** Keeps the roll-ups that reports read: folds appended deltas into cells soon after they came. Reports are exact meanwhile, because they read both. */
@Injectable()
export class RollupsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private sweep: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: RollupsRepository,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.sweep = setInterval(() => void this.collect(), sweepMs);
    this.sweep.unref();
    void this.collect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweep);
    clearTimeout(this.timer);
    await this.working;
  }

  /** Notes that a workspace got deltas; to be called after they were committed. */
  touched(workspaceId: string): void {
    this.waiting.add(workspaceId);
    if (this.stopped || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.working = this.working.then(() => this.mergeWaiting());
    }, afterIngestMs);
    this.timer.unref();
  }

  /** Folds all deltas of a workspace; leaves at once where another merger is at it. */
  async merge(workspaceId: string): Promise<void> {
    let folded = batch;
    while (folded >= batch && !this.stopped) {
      folded = await this.unit.run({ workspaceId }, async () => ((await this.repository.tryLock()) ? this.repository.fold(batch) : 0), { readOnly: false });
    }
  }

  /** Counts all raw answers anew and answers how many cells were wrong before and how many are now (none). */
  rebuild(workspaceId: string): Promise<{ wrongBefore: number; wrongAfter: number }> {
    return this.unit.run({ workspaceId }, () => this.repository.rebuildProven());
  }

  /** How many cells of what reports read differ from the raw answers. */
  differences(workspaceId: string): Promise<number> {
    return this.unit.run({ workspaceId }, () => this.repository.differences());
  }

  private async collect(): Promise<void> {
    try {
      for (const id of await this.repository.waiting()) this.touched(id);
    } catch (error) {
      this.note(error);
    }
  }

  private async mergeWaiting(): Promise<void> {
    const ids = [...this.waiting];
    this.waiting.clear();
    for (const id of ids) {
      if (this.stopped) return;
      await this.merge(id).catch((error: unknown) => this.note(error));
    }
  }

  private note(error: unknown): void {
    this.log.warn({ error: error instanceof Error ? { name: error.name, message: error.message } : String(error) }, 'roll-ups could not be merged; they will be tried again');
  }
}
