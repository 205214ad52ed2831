import { Injectable } from '@nestjs/common';
import type { Targets } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/problem.js';

/** A touchpoint as it stands on a map, with what reports need to know of it. */
export interface MapTouchpoint {
  readonly id: string;
  readonly name: string;
  readonly stageId: string;
  readonly targets: Targets;
  readonly importance: number | null;
  readonly contactsPerMonth: number | null;
}

export interface MapStage {
  readonly id: string;
  readonly name: string;
}

interface MapRow {
  readonly name: string;
  readonly stages: readonly MapStage[];
}

/** What a journey's map says about its stages and touchpoints. */
@Injectable()
export class JourneyMapQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Touchpoints in map order; 404 when the journey is not there. */
  async touchpoints(journeyId: string): Promise<readonly MapTouchpoint[]> {
    const rows = await this.unit.query<MapTouchpoint & { readonly id: string | null }>(
      `select t.id, t.name, m.stage_id as "stageId", t.targets, t.importance, t.contacts_per_month as "contactsPerMonth"
         from journeys j
         left join journey_touchpoints m on m.workspace_id = j.workspace_id and m.journey_id = j.id
         left join touchpoints t on t.workspace_id = m.workspace_id and t.id = m.touchpoint_id
        where j.workspace_id = $1 and j.id = $2
        order by m.position`,
      [this.unit.workspaceId(), journeyId],
    );
    if (rows.length === 0) throw notFound();
    return rows.filter(({ id }) => id != null);
  }

  /** Name and stages in their order; 404 when the journey is not there. */
  async journey(journeyId: string): Promise<MapRow> {
    const [row] = await this.unit.query<MapRow>(
      `select j.name, coalesce((
           select jsonb_agg(jsonb_build_object('id', stage -> 'id', 'name', stage -> 'name') order by stage ->> 'rank' collate "C")
             from jsonb_array_elements(j.document -> 'stages') stage), '[]') as stages
         from journeys j where j.workspace_id = $1 and j.id = $2`,
      [this.unit.workspaceId(), journeyId],
    );
    if (row == null) throw notFound();
    return row;
  }
}
