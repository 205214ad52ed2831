import { Injectable } from '@nestjs/common';
import type { Heatmap, Pulse } from '@afferent/contracts';
import { compositeOf, currentScores } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { MapTouchpoint } from './journey-map.query.js';
import { StaffScoresQuery } from './staff-scores.query.js';

const HOW_MANY = 3;

interface OwnerRow {
  readonly touchpointId: string;
  readonly functionId: string;
  readonly functionName: string;
  readonly userName: string | null;
}

/** The lowest touchpoints of a heat map, with who answers for them and their weakest P as it is now. */
@Injectable()
export class WorstTouchpointsQuery {
  constructor(private readonly unit: UnitOfWork, private readonly staffScores: StaffScoresQuery) {}

  /** Ranked by the shrunken value, else by the value; only cells with enough answers to be ranked. */
  async run(heatmap: Heatmap, touchpoints: readonly MapTouchpoint[]): Promise<Pulse['worst']> {
    const ranked = heatmap.cells
      .filter(({ status, value }) => status === 'ok' && value != null)
      .sort((a, b) => (a.shrunk ?? a.value ?? 0) - (b.shrunk ?? b.value ?? 0))
      .slice(0, HOW_MANY);
    const ids = ranked.map(({ touchpointId }) => touchpointId);
    const names = new Map(touchpoints.map(({ id, name }) => [id, name]));
    const owners = new Map((await this.owners(ids)).map(({ touchpointId, ...owner }) => [touchpointId, owner]));
    const scores = await this.staffScores.latest(ids, null);
    return ranked.map(({ touchpointId, n, value, ciLow, ciHigh }) => {
      const { weakest, spread } = compositeOf(currentScores(scores.get(touchpointId) ?? []));
      return { touchpointId, name: names.get(touchpointId) ?? '', n, value, ciLow, ciHigh, owner: owners.get(touchpointId) ?? null, weakestP: weakest, spread };
    });
  }

  private owners(touchpointIds: readonly string[]): Promise<OwnerRow[]> {
    return this.unit.query<OwnerRow>(
      `select o.touchpoint_id as "touchpointId", f.id as "functionId", f.name as "functionName", u.name as "userName"
         from touchpoint_owners o
         join functions f on f.workspace_id = o.workspace_id and f.id = o.function_id
         left join users u on u.id = o.user_id
        where o.workspace_id = $1 and o.touchpoint_id = any($2::uuid[])`,
      [this.unit.workspaceId(), touchpointIds],
    );
  }
}
