import { Injectable } from '@nestjs/common';
import type { Targets } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/problem.js';
import type { AskedQuestion } from './measure.js';

/** A touchpoint as it stands on a map, with what reports need to know of it. */
export interface MapTouchpoint {
  readonly id: string;
  readonly name: string;
  readonly stageId: string;
  readonly targets: Targets;
  readonly importance: number | null;
  readonly contactsPerMonth: number | null;
}

/** A journey as reports see it: stages and touchpoints in map order, and every question about them or about the whole journey. */
export interface JourneyMap {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly touchpoints: readonly MapTouchpoint[];
  readonly questions: readonly AskedQuestion[];
}

/** One statement, because each round trip costs more than the rows: questions are of any survey about the touchpoints, and of the journey's own about the whole. */
const JOURNEY_MAP = `
  with placed as (
    select m.position, m.stage_id, t.* from journey_touchpoints m
      join touchpoints t on t.workspace_id = m.workspace_id and t.id = m.touchpoint_id
     where m.workspace_id = $1 and m.journey_id = $2
  ), asked as (
    select q.* from placed p join questions q on q.workspace_id = p.workspace_id and q.touchpoint_id = p.id
    union all
    select q.* from surveys s join questions q on q.workspace_id = s.workspace_id and q.survey_id = s.id
     where s.workspace_id = $1 and s.journey_id = $2 and q.touchpoint_id is null
  )
  select j.id, j.name,
    (select coalesce(jsonb_agg(jsonb_build_object('id', stage -> 'id', 'name', stage -> 'name') order by stage ->> 'rank' collate "C"), '[]')
       from jsonb_array_elements(j.document -> 'stages') stage) as stages,
    (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'stageId', p.stage_id, 'targets', p.targets,
                                                'importance', p.importance, 'contactsPerMonth', p.contacts_per_month) order by p.position), '[]') from placed p) as touchpoints,
    (select coalesce(json_agg(json_build_object('id', a.id, 'touchpointId', a.touchpoint_id, 'metric', a.metric,
                                                'scale', json_build_array(a.scale_min, a.scale_max))), '[]') from asked a) as questions
    from journeys j where j.workspace_id = $1 and j.id = $2`;

/** What a journey's map says, for reports. */
@Injectable()
export class JourneyMapQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** 404 when the journey is not there. */
  async read(journeyId: string): Promise<JourneyMap> {
    const [map] = await this.unit.query<JourneyMap>(JOURNEY_MAP, [this.unit.workspaceId(), journeyId]);
    if (map == null) throw notFound();
    return map;
  }
}
