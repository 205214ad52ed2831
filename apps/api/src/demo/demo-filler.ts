import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { localeSchema } from '@afferent/contracts';
import { z } from 'zod';
import { ArrangedAccountsService } from '../identity/arranged-accounts.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { WorkspaceEraser } from '../platform/database/workspace-eraser.js';
import type { Actor } from '../platform/http/actor.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { LOG, type Log } from '../platform/log/log.js';
import { monthNamed } from './calendar.js';
import { DemoAnswers } from './demo-answers.js';
import { type DemoJob, DemoService } from './demo.service.js';
import { type DemoRow, DemosRepository } from './demos.repository.js';
import { generate } from './generate.js';
import { firstMonth } from './levels.js';
import { storyIn } from './stories.js';

const jobSchema = z.discriminatedUnion('task', [
  z.object({ task: z.literal('fill'), workspaceId: z.uuid(), next: localeSchema.nullable() }),
  z.object({ task: z.literal('remove'), workspaceId: z.uuid(), colleagues: z.array(z.uuid()) }),
]) satisfies z.ZodType<DemoJob>;

/** Fills and removes demo workspaces in the background. Each step is one transaction that also notes it, so that a step is done once. */
@Injectable()
export class DemoFiller implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: DemosRepository,
    private readonly demos: DemoService,
    private readonly answers: DemoAnswers,
    private readonly accounts: ArrangedAccountsService,
    private readonly eraser: WorkspaceEraser,
    private readonly jobs: Jobs,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.work('demo', async (payload, { signal }) => {
      const job = jobSchema.parse(payload);
      if (job.task === 'remove') return this.remove(job.workspaceId, job.colleagues, signal);
      const demo = await this.unit.run(job, () => this.repository.find(), { readOnly: true });
      if (demo?.status !== 'filling') return;
      if (job.next !== null) await this.demos.open(demo.createdBy, job.next);
      await this.fill(demo, signal);
    });
  }

  private async fill(demo: DemoRow, signal: AbortSignal): Promise<void> {
    const { workspaceId } = demo;
    try {
      await this.fillSteps(demo, signal);
    } catch (error) {
      if (!signal.aborted) {
        const message = error instanceof Error ? error.message : String(error);
        await this.unit.run({ workspaceId }, () => this.repository.update({ error: message.slice(0, 500) })).catch(() => undefined);
      }
      throw error;
    }
  }

  private async fillSteps(demo: DemoRow, signal: AbortSignal): Promise<void> {
    const actor: Actor = { kind: 'user', userId: demo.createdBy, workspaceId: demo.workspaceId, role: 'admin', scopes: [], keyId: null };
    const story = storyIn(demo.locale);
    const started = Date.now();
    if (!(await this.answers.prepare(actor, story))) return;
    let index = 0;
    for (const batch of generate(story, monthNamed(demo.lastMonth))) {
      signal.throwIfAborted();
      if (!(await this.answers.store(actor, batch, index))) return;
      index += 1;
    }
    await this.unit.run(actor, () => this.repository.update({ status: 'ready', monthsDone: 1 - firstMonth, error: null }));
    this.log.info({ workspaceId: demo.workspaceId, locale: demo.locale, seconds: Math.round((Date.now() - started) / 1000) }, 'the demo is filled');
  }

  private async remove(workspaceId: string, colleagues: readonly string[], signal: AbortSignal): Promise<void> {
    await this.eraser.erase(workspaceId, signal, () => this.accounts.forget(colleagues));
    this.log.info({ workspaceId }, 'the demo is removed');
  }
}
