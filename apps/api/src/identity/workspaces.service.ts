import { Injectable } from '@nestjs/common';
import type { Workspace, WorkspacePatch } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { Problem } from '../platform/http/problem.js';
import { presentWorkspace } from './workspace.presenter.js';
import { WorkspacesRepository } from './workspaces.repository.js';

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly workspaces: WorkspacesRepository,
  ) {}

  get(actor: Actor): Promise<Workspace> {
    return this.unit.run(actor, () => this.current());
  }

  /** The workspace of the open unit of work, for other features: its language and time zone. */
  async current(): Promise<Workspace> {
    return presentWorkspace(await this.workspaces.get());
  }

  edit(actor: Actor, { name, locale, timezone }: WorkspacePatch): Promise<Workspace> {
    return this.unit.run(actor, async () => {
      const before = await this.workspaces.get();
      if (timezone !== undefined && timezone !== before.timezone && (await this.workspaces.hasResponses())) {
        throw new Problem(409, 'timezone_in_use', 'Answers are counted by the days of the present time zone already');
      }
      await this.workspaces.update({ ...(name === undefined ? {} : { name }), ...(locale === undefined ? {} : { locale }), ...(timezone === undefined ? {} : { timezone }) });
      return this.current();
    });
  }
}
