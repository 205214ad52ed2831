import { Injectable } from '@nestjs/common';
import type { Influence, InfluencePut } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { explained } from '../platform/database/violated-constraint.js';
import type { Actor } from '../platform/http/actor.js';
import { notFound, unprocessable } from '../platform/http/problem.js';
import { presentInfluence } from './influence.presenter.js';
import { InfluenceRepository, type InfluenceRow } from './influence.repository.js';
import { TouchpointsRepository } from './touchpoints.repository.js';

/** Functions and people of other workspaces are as unknown in a body as in an address. */
const unknowns = {
  touchpoint_owners_function_id_fkey: notFound,
  touchpoint_influences_function_id_fkey: notFound,
  touchpoint_owners_user_id_fkey: notFound,
};

const check = ({ functions }: InfluencePut): void => {
  if (new Set(functions.map((each) => each.functionId)).size < functions.length) throw unprocessable('repeated_function', 'Each function can be named once');
  if (functions.every((each) => each.degree === 0)) throw unprocessable('no_influence', 'At least one function must influence the touchpoint');
};

/** Which functions influence a touchpoint, how much, and who answers for it. */
@Injectable()
export class InfluenceService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: InfluenceRepository,
    private readonly touchpoints: TouchpointsRepository,
  ) {}

  get(actor: Actor, touchpointId: string): Promise<Influence> {
    return this.unit.run(actor, async () => {
      const [touchpoint] = await this.touchpoints.byIds([touchpointId]);
      if (touchpoint === undefined) throw notFound();
      return (await this.of([touchpoint.id]))(touchpoint.id);
    });
  }

  put(actor: Actor, touchpointId: string, body: InfluencePut): Promise<Influence> {
    return this.unit.run(actor, () => explained(unknowns, async () => {
      if (!(await this.repository.lock(touchpointId))) throw notFound();
      check(body);
      await this.repository.replace(touchpointId, body);
      return (await this.of([touchpointId]))(touchpointId);
    }));
  }

  remove(actor: Actor, touchpointId: string): Promise<void> {
    return this.unit.run(actor, async () => {
      if (!(await this.repository.lock(touchpointId))) throw notFound();
      await this.repository.clear(touchpointId);
    });
  }

  /** For a feature's own unit of work: owner and influence by touchpoint id. */
  async of(touchpointIds: readonly string[]): Promise<(touchpointId: string) => Influence> {
    const owners = new Map((await this.repository.owners(touchpointIds)).map((row) => [row.touchpointId, row]));
    const influences = await this.repository.influences(touchpointIds);
    const byTouchpoint = new Map<string, InfluenceRow[]>();
    for (const row of influences) byTouchpoint.set(row.touchpointId, [...(byTouchpoint.get(row.touchpointId) ?? []), row]);
    return (id) => presentInfluence(owners.get(id.toLowerCase()), byTouchpoint.get(id.toLowerCase()) ?? []);
  }
}
