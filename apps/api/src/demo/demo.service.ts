import { Injectable } from '@nestjs/common';
import type { Demo, DemoOfWorkspace, Locale } from '@afferent/contracts';
import { DateTime } from 'luxon';
import { ArrangedAccountsService } from '../identity/arranged-accounts.service.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound } from '../platform/http/problem.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { demoTimezone, lastFullMonth, monthName } from './calendar.js';
import { presentDemo } from './demo.presenter.js';
import { type DemoRow, DemosRepository } from './demos.repository.js';
import { storyIn } from './stories.js';

/** What the job of a demo workspace is told: `next` is opened for the same user before this one is filled; `colleagues` are forgotten with it. */
export type DemoJob =
  | { readonly task: 'fill'; readonly workspaceId: string; readonly next: Locale | null }
  | { readonly task: 'remove'; readonly workspaceId: string; readonly colleagues: readonly string[] };

/** Demo workspaces: opened for somebody, looked at, removed as a whole. The work itself is done in the background. */
@Injectable()
export class DemoService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: DemosRepository,
    private readonly accounts: ArrangedAccountsService,
    private readonly jobs: Jobs,
  ) {}

  /** The user's demo in this language; a new one when there is none yet. */
  open(userId: string, locale: Locale): Promise<Demo | null> {
    const workspaceId = newId();
    return this.unit.run({ workspaceId, userId }, async () => presentDemo(await this.openHere(userId, locale)));
  }

  get(actor: Actor): Promise<DemoOfWorkspace> {
    return this.unit.run(actor, async () => ({ demo: presentDemo(await this.repository.find()) }));
  }

  /** Nobody sees the workspace any more; its rows go in the background. */
  remove(actor: Actor): Promise<void> {
    return this.unit.run(actor, async () => {
      const demo = await this.repository.lockAfterStep();
      if (demo === undefined || demo.status === 'removing') throw notFound();
      await this.repository.update({ status: 'removing' });
      await this.accounts.dismissAll();
      await this.send({ task: 'remove', workspaceId: actor.workspaceId, colleagues: demo.colleagues });
    });
  }

  /** In the open unit, whose workspace is a new id: see `open`. */
  async openHere(userId: string, locale: Locale, next: Locale | null = null): Promise<DemoRow | undefined> {
    await this.repository.lockUser(userId);
    const existing = (await this.repository.ofUser(userId)).find((demo) => demo.locale === locale && demo.status !== 'removing');
    if (existing !== undefined) return existing;
    const workspaceId = this.unit.workspaceId();
    await this.accounts.createWorkspace(userId, { name: storyIn(locale).workspace, locale, timezone: demoTimezone });
    const today = DateTime.now().setZone(demoTimezone).toFormat('yyyy-MM-dd');
    await this.repository.insert({ locale, lastMonth: monthName(lastFullMonth(today)), createdBy: userId });
    await this.send({ task: 'fill', workspaceId, next });
    return this.repository.find();
  }

  private send(job: DemoJob): Promise<void> {
    return this.jobs.send('demo', job);
  }
}
