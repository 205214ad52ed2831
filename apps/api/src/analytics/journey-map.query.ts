import { Injectable } from '@nestjs/common';
import type { Targets } from '@afferent/contracts';
import type { AnswerMetric } from '@afferent/domain';
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

/** What a journey is measured by: its touchpoints in map order, and every question about them or about the whole journey. */
export interface AskedMap {
  readonly touchpoints: readonly MapTouchpoint[];
  readonly questions: readonly AskedQuestion[];
}

/** A journey as reports see it; stages in map order. */
export interface JourneyMap extends AskedMap {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
}

const JOURNEY = `
  select j.id, j.name,
    (select coalesce(jsonb_agg(jsonb_build_object('id', stage -> 'id', 'name', stage -> 'name') order by stage ->> 'rank' collate "C"), '[]')
       from jsonb_array_elements(j.document -> 'stages') stage) as stages
    from journeys j where j.workspace_id = $1 and j.id = $2`;

/**
 * Touchpoints in map order, each with its questions of any survey, and the journey's own questions about the whole, in one
 * statement of plain rows: another round trip costs more than saying a touchpoint once for each of its questions. A journey
 * without touchpoints has a row all the same; none means that there is no journey.
 */
const ASKED = `
  select t.id, t.name, m.stage_id, nullif(t.targets, '{}') as targets, t.importance, t.contacts_per_month,
         q.id as question_id, q.metric, q.scale_min, q.scale_max, m.position
    from journeys j
    left join journey_touchpoints m on m.workspace_id = j.workspace_id and m.journey_id = j.id
    left join touchpoints t on t.workspace_id = m.workspace_id and t.id = m.touchpoint_id
    left join questions q on q.workspace_id = t.workspace_id and q.touchpoint_id = t.id
   where j.workspace_id = $1 and j.id = $2
  union all
  select null, null, null, null, null, null, q.id, q.metric, q.scale_min, q.scale_max, null
    from surveys s
    join questions q on q.workspace_id = s.workspace_id and q.survey_id = s.id
   where s.workspace_id = $1 and s.journey_id = $2 and q.touchpoint_id is null
   order by position`;

interface AskedRow {
  /** Null: about the whole journey; so are the other columns of a touchpoint. */
  readonly id: string | null;
  readonly name: string;
  readonly stage_id: string;
  /** Null: none. */
  readonly targets: Targets | null;
  readonly importance: number | null;
  readonly contacts_per_month: number | null;
  /** Null: nothing is asked about the touchpoint. */
  readonly question_id: string | null;
  readonly metric: AnswerMetric;
  readonly scale_min: number;
  readonly scale_max: number;
}

/** What a journey's map says, for reports. */
@Injectable()
export class JourneyMapQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** 404 when the journey is not there. */
  async read(journeyId: string): Promise<JourneyMap> {
    const asked = await this.asked(journeyId);
    const [journey] = await this.unit.query<Omit<JourneyMap, keyof AskedMap>>(JOURNEY, [this.unit.workspaceId(), journeyId]);
    if (journey == null) throw notFound();
    return { ...journey, ...asked };
  }

  /** 404 when the journey is not there. */
  async asked(journeyId: string): Promise<AskedMap> {
    const rows = await this.unit.query<AskedRow>(ASKED, [this.unit.workspaceId(), journeyId]);
    if (rows.length === 0) throw notFound();
    const touchpoints = new Map<string, MapTouchpoint>();
    const questions: AskedQuestion[] = [];
    for (const row of rows) {
      const { id, name, stage_id: stageId, targets, importance, contacts_per_month: contactsPerMonth } = row;
      if (id != null && !touchpoints.has(id)) touchpoints.set(id, { id, name, stageId, targets: targets ?? {}, importance, contactsPerMonth });
      if (row.question_id != null) questions.push({ id: row.question_id, touchpointId: id, metric: row.metric, scale: [row.scale_min, row.scale_max] });
    }
    return { touchpoints: [...touchpoints.values()], questions };
  }
}
