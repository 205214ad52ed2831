import { Injectable } from '@nestjs/common';
import type { WorkspacePatch } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { WorkspaceEntity } from './workspace.entity.js';

@Injectable()
export class WorkspacesRepository {
  constructor(private readonly unit: UnitOfWork) {}

  get(): Promise<WorkspaceEntity> {
    return this.workspaces().findOneByOrFail({ id: this.unit.workspaceId() });
  }

  async update(change: { [K in keyof WorkspacePatch]: Exclude<WorkspacePatch[K], undefined> }): Promise<void> {
    if (Object.keys(change).length > 0) await this.workspaces().update({ id: this.unit.workspaceId() }, change);
  }

  /** Whether answers exist: their local days were counted in the zone of that time. */
  async hasResponses(): Promise<boolean> {
    const [row] = await this.unit.query<{ found: boolean }>('select exists (select 1 from responses where workspace_id = $1) as found', [this.unit.workspaceId()]);
    return row?.found ?? false;
  }

  private workspaces() {
    return this.unit.manager.getRepository(WorkspaceEntity);
  }
}
