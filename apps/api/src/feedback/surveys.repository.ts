import { Injectable } from '@nestjs/common';
import type { QuestionMetric } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface QuestionRow {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly metric: QuestionMetric;
  readonly scale: [number, number];
  readonly touchpointId: string | null;
}
export interface SurveyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'relational' | 'transactional';
  readonly journeyId: string | null;
  readonly createdAt: Date;
  readonly questions: readonly QuestionRow[];
}
export type NewSurvey = Omit<SurveyRow, 'createdAt' | 'questions'>;

/** A question already asked elsewhere about the same thing by the same metric, on another scale. */
export interface ScaleConflict {
  readonly key: string;
  readonly scaleMin: number;
  readonly scaleMax: number;
}

const survey = `select s.id, s.name, s.kind, s.journey_id as "journeyId", s.created_at as "createdAt", coalesce((
    select jsonb_agg(jsonb_build_object('id', q.id, 'key', q.key, 'text', q.text, 'metric', q.metric, 'scale', jsonb_build_array(q.scale_min, q.scale_max),
                                        'touchpointId', q.touchpoint_id) order by q.position)
      from questions q where q.workspace_id = s.workspace_id and q.survey_id = s.id), '[]') as questions
  from surveys s`;

@Injectable()
export class SurveysRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The newest first. */
  list(before: string | null, limit: number): Promise<SurveyRow[]> {
    return this.unit.query<SurveyRow>(`${survey} where s.workspace_id = $1 and ($2::uuid is null or s.id < $2) order by s.id desc limit $3`, [this.unit.workspaceId(), before, limit]);
  }

  async find(id: string): Promise<SurveyRow | undefined> {
    const [row] = await this.unit.query<SurveyRow>(`${survey} where s.workspace_id = $1 and s.id = $2`, [this.unit.workspaceId(), id]);
    return row;
  }

  async timezone(): Promise<string> {
    const [row] = await this.unit.query<{ timezone: string }>('select timezone from workspaces where id = $1', [this.unit.workspaceId()]);
    return row?.timezone ?? 'UTC';
  }

  /** One at a time in a workspace, so that two surveys made at once cannot ask the same on two scales. */
  async lockScales(): Promise<void> {
    await this.unit.query(`select pg_advisory_xact_lock(hashtextextended('scales ' || $1::text, 0))`, [this.unit.workspaceId()]);
  }

  async insert(row: NewSurvey): Promise<void> {
    await this.unit.query('insert into surveys (workspace_id, id, name, kind, journey_id) values ($1, $2, $3, $4, $5)', [this.unit.workspaceId(), row.id, row.name, row.kind, row.journeyId]);
  }

  async addQuestions(surveyId: string, firstPosition: number, questions: readonly QuestionRow[]): Promise<void> {
    await this.unit.query(
      `insert into questions (workspace_id, id, survey_id, position, key, text, metric, scale_min, scale_max, touchpoint_id)
       select $1, q.id, $2, $3 + n, q.key, q.text, q.metric, (q.scale ->> 0)::smallint, (q.scale ->> 1)::smallint, q."touchpointId"
         from rows from (jsonb_to_recordset($4::jsonb) as (id uuid, key text, text text, metric text, scale jsonb, "touchpointId" uuid)) with ordinality
           as q(id, key, text, metric, scale, "touchpointId", n)`,
      [this.unit.workspaceId(), surveyId, firstPosition, JSON.stringify(questions)],
    );
  }

  /** Questions about the same touchpoint (or the same whole journey) by the same metric on another scale, in any survey. */
  scaleConflicts(journeyId: string | null, questions: readonly Pick<QuestionRow, 'key' | 'metric' | 'scale' | 'touchpointId'>[]): Promise<ScaleConflict[]> {
    return this.unit.query<ScaleConflict>(
      `select distinct on (g.key) g.key, q.scale_min as "scaleMin", q.scale_max as "scaleMax"
         from jsonb_to_recordset($2::jsonb) as g(key text, metric text, scale jsonb, "touchpointId" uuid)
         join questions q on q.workspace_id = $1 and q.metric = g.metric and q.touchpoint_id is not distinct from g."touchpointId"
         join surveys s on s.workspace_id = q.workspace_id and s.id = q.survey_id
        where (g."touchpointId" is not null or s.journey_id = $3::uuid) and (q.scale_min <> (g.scale ->> 0)::int or q.scale_max <> (g.scale ->> 1)::int)
        order by g.key`,
      [this.unit.workspaceId(), JSON.stringify(questions), journeyId],
    );
  }
}
