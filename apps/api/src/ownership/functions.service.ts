import { Injectable } from '@nestjs/common';
import { type FunctionCreate, type FunctionMembersPut, type FunctionPatch, type Functions, type OfferedFunctions, offeredFunctions, type ShortListQuery, type WorkspaceFunction } from '@afferent/contracts';
import { nameKey } from '@afferent/domain';
import { WorkspacesService } from '../identity/workspaces.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { explained } from '../platform/database/violated-constraint.js';
import type { Actor } from '../platform/http/actor.js';
import { pageOfAll } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { presentFunction } from './function.presenter.js';
import { FunctionsRepository } from './functions.repository.js';

const exists = () => new Problem(409, 'function_exists', 'A function with this name exists');
const inUse = () => new Problem(409, 'function_in_use', 'This function owns or influences touchpoints; change those first');

/** Organisational units and the members who belong to them. */
@Injectable()
export class FunctionsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: FunctionsRepository,
    private readonly workspaces: WorkspacesService,
  ) {}

  list(actor: Actor, query: ShortListQuery): Promise<Functions> {
    return this.unit.run(actor, async () => pageOfAll((await this.repository.list()).map(presentFunction), query, ({ id }) => id));
  }

  create(actor: Actor, body: FunctionCreate): Promise<WorkspaceFunction> {
    return this.unit.run(actor, async () => {
      const id = await this.repository.insert(body.name);
      if (id === undefined) throw exists();
      return this.present(id);
    });
  }

  /** Names to choose from in the workspace's language; those it has already are left out. */
  offered(actor: Actor): Promise<OfferedFunctions> {
    return this.unit.run(actor, async () => {
      const { locale } = await this.workspaces.current();
      const taken = new Set((await this.repository.list()).map((row) => nameKey(row.name)));
      const names = offeredFunctions[locale].filter((name) => !taken.has(nameKey(name)));
      return { items: names.map((name) => ({ name })) };
    });
  }

  rename(actor: Actor, id: string, body: FunctionPatch): Promise<WorkspaceFunction> {
    return this.unit.run(actor, () => explained({ functions_name_key_key: exists }, async () => {
      if (!(await this.repository.rename(id, body.name))) throw notFound();
      return this.present(id);
    }));
  }

  remove(actor: Actor, id: string): Promise<void> {
    const errors = { touchpoint_owners_function_id_fkey: inUse, touchpoint_influences_function_id_fkey: inUse };
    return this.unit.run(actor, () => explained(errors, async () => {
      if (!(await this.repository.remove(id))) throw notFound();
    }));
  }

  putMembers(actor: Actor, id: string, body: FunctionMembersPut): Promise<WorkspaceFunction> {
    return this.unit.run(actor, () => explained({ function_members_user_id_fkey: notFound }, async () => {
      if (!(await this.repository.lock(id))) throw notFound();
      await this.repository.replaceMembers(id, [...new Set(body.userIds)]);
      return this.present(id);
    }));
  }

  private async present(id: string): Promise<WorkspaceFunction> {
    const row = await this.repository.find(id);
    if (row === undefined) throw notFound();
    return presentFunction(row);
  }
}
