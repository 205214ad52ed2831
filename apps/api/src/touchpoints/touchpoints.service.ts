import { Injectable } from '@nestjs/common';
import type { Touchpoint, TouchpointCreate, TouchpointPatch, Touchpoints, TouchpointsQuery } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { explained } from '../platform/database/violated-constraint.js';
import type { Actor } from '../platform/http/actor.js';
import { pageOf, valuesOf } from '../platform/http/cursor.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { versionsOf } from './if-match.js';
import { ScoresService } from './scores.service.js';
import { presentTouchpoint } from './touchpoint.presenter.js';
import { type NamedTouchpoint, type TouchpointRow, TouchpointsRepository } from './touchpoints.repository.js';

const exists = () => new Problem(409, 'touchpoint_exists', 'A touchpoint with this name exists');
const onMap = () => new Problem(409, 'touchpoint_on_map', 'This touchpoint is on a map; take it off first');
const measured = () => new Problem(409, 'touchpoint_measured', 'This touchpoint has scores or questions and keeps its history');

/** The catalogue of touchpoints, shared by maps and measurements. */
@Injectable()
export class TouchpointsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: TouchpointsRepository,
    private readonly scores: ScoresService,
  ) {}

  list(actor: Actor, query: TouchpointsQuery): Promise<Touchpoints> {
    return this.unit.run(actor, async () => {
      const rows = await this.repository.list({ after: valuesOf(query.cursor, 2), limit: query.limit + 1, search: query.search });
      const page = pageOf(rows, query.limit, (row) => [row.nameKey, row.id]);
      return { items: await this.presented(page.items), nextCursor: page.nextCursor };
    });
  }

  get(actor: Actor, id: string): Promise<Touchpoint> {
    return this.unit.run(actor, () => this.one(id));
  }

  create(actor: Actor, body: TouchpointCreate): Promise<Touchpoint> {
    return this.unit.run(actor, async () => {
      const id = await this.repository.insert(body);
      if (id === undefined) throw exists();
      return this.one(id);
    });
  }

  patch(actor: Actor, id: string, ifMatch: string | undefined, patch: TouchpointPatch): Promise<Touchpoint> {
    return this.unit.run(actor, () => explained({ touchpoints_name_key_key: exists }, async () => {
      const current = await this.one(id);
      const wanted = versionsOf(ifMatch);
      const version = wanted === 'any' || wanted.includes(current.version) ? current.version : -1;
      if (await this.repository.update(id, version, patch)) return this.one(id);
      throw new Problem(412, 'stale', 'This touchpoint was changed meanwhile', { current: await this.one(id) });
    }));
  }

  remove(actor: Actor, id: string): Promise<void> {
    const errors = { journey_touchpoints_touchpoint_id_fkey: onMap, touchpoint_scores_touchpoint_id_fkey: measured, questions_touchpoint_id_fkey: measured };
    return this.unit.run(actor, () => explained(errors, async () => {
      if (!(await this.repository.remove(id))) throw notFound();
    }));
  }

  /** For a feature's own unit of work: records in the order of the ids; unknown ones are left out. */
  async byIds(ids: readonly string[]): Promise<Touchpoint[]> {
    const found = new Map((await this.presented(await this.repository.byIds(ids))).map((touchpoint) => [touchpoint.id, touchpoint]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** For a feature's own unit of work: ids by `nameKey` of the name; those the catalogue does not have are made. */
  ensure(touchpoints: readonly NamedTouchpoint[]): Promise<Map<string, string>> {
    return this.repository.ensure(touchpoints);
  }

  /** For a feature's own unit of work: those of the ids that exist, kept from deletion until it ends. */
  held(ids: readonly string[]): Promise<Set<string>> {
    return this.repository.held(ids);
  }

  private async one(id: string): Promise<Touchpoint> {
    const [touchpoint] = await this.byIds([id.toLowerCase()]);
    if (touchpoint === undefined) throw notFound();
    return touchpoint;
  }

  private async presented(rows: readonly TouchpointRow[]): Promise<Touchpoint[]> {
    const current = await this.scores.currentOf(rows.map((row) => row.id));
    return rows.map((row) => presentTouchpoint(row, current(row.id)));
  }
}
