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
