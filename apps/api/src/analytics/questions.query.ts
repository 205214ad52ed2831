import { Injectable } from '@nestjs/common';
import type { AnswerMetric } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { AskedQuestion } from './measure.js';

interface QuestionRow {
  readonly id: string;
  readonly touchpointId: string | null;
  readonly metric: AnswerMetric;
  readonly scaleMin: number;
  readonly scaleMax: number;
}

/** A question with its words. */
export interface SurveyQuestion extends AskedQuestion {
  readonly key: string;
  readonly text: string;
}

const columns = `q.id, q.touchpoint_id as "touchpointId", q.metric, q.scale_min as "scaleMin", q.scale_max as "scaleMax"`;

const asked = <T extends QuestionRow>({ scaleMin, scaleMax, ...question }: T) => ({ ...question, scale: [scaleMin, scaleMax] as const });

/** Which questions a report counts. */
@Injectable()
export class QuestionsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Questions about the touchpoints on a map, from any survey, and those about the whole journey, from its own surveys. */
  async ofJourney(journeyId: string, metrics: readonly AnswerMetric[] | null = null): Promise<AskedQuestion[]> {
    const rows = await this.unit.query<QuestionRow>(
      `select ${columns} from journey_touchpoints t
         join questions q on q.workspace_id = t.workspace_id and q.touchpoint_id = t.touchpoint_id
        where t.workspace_id = $1 and t.journey_id = $2 and ($3::text[] is null or q.metric = any($3))
       union all
       select ${columns} from surveys s
         join questions q on q.workspace_id = s.workspace_id and q.survey_id = s.id
        where s.workspace_id = $1 and s.journey_id = $2 and q.touchpoint_id is null and ($3::text[] is null or q.metric = any($3))`,
      [this.unit.workspaceId(), journeyId, metrics],
    );
    return rows.map(asked);
  }

  async ofTouchpoint(touchpointId: string, metrics: readonly AnswerMetric[]): Promise<AskedQuestion[]> {
    const rows = await this.unit.query<QuestionRow>(
      `select ${columns} from questions q where q.workspace_id = $1 and q.touchpoint_id = $2 and q.metric = any($3::text[])`,
      [this.unit.workspaceId(), touchpointId, metrics],
    );
    return rows.map(asked);
  }

  /** A survey's questions in their order. */
  async ofSurvey(surveyId: string): Promise<SurveyQuestion[]> {
    const rows = await this.unit.query<QuestionRow & Pick<SurveyQuestion, 'key' | 'text'>>(
      `select ${columns}, q.key, q.text from questions q where q.workspace_id = $1 and q.survey_id = $2 order by q.position`,
      [this.unit.workspaceId(), surveyId],
    );
    return rows.map(asked);
  }
}
