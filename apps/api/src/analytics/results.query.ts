import { Injectable } from '@nestjs/common';
import type { QuestionResult, ResultsQuery as ResultsParameters, SurveyResults } from '@afferent/contracts';
import { emptyDistribution, figureOf, formulasOf, scorePoints, showsCounts, type Distribution } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { notFound } from '../platform/http/problem.js';
import { PeriodsQuery } from './periods.query.js';
import { QuestionsQuery, type SurveyQuestion } from './questions.query.js';
import { ReadingsQuery } from './readings.query.js';

/** Everything one question's histogram says, hidden as its number of answers demands. */
const questionResult = (question: SurveyQuestion, distribution: Distribution): QuestionResult => {
  const [headline, ...others] = formulasOf(question.metric).map((formula) => ({ metric: formula, figure: figureOf(formula, distribution) }));
  if (headline == null) throw new Error(`no formula for ${question.metric}`);
  const { n, effectiveN, status } = headline.figure;
  return {
    questionId: question.id,
    key: question.key,
    text: question.text,
    metric: question.metric,
    scale: [question.scale[0], question.scale[1]],
    touchpointId: question.touchpointId,
    n,
    effectiveN,
    status,
    histogram: showsCounts(n) ? scorePoints(question.scale).map((score, index) => ({ score, n: distribution.counts[index] ?? 0 })) : null,
    scores: [headline, ...others].map(({ metric, figure: { value, weightedValue, ciLow, ciHigh } }) => ({ metric, value, weightedValue, ciLow, ciHigh })),
  };
};

/** `GET …/surveys/{surveyId}/results`. */
@Injectable()
export class ResultsQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly questions: QuestionsQuery,
    private readonly periods: PeriodsQuery,
    private readonly readings: ReadingsQuery,
  ) {}

  async run(surveyId: string, { from, to, segment, channel }: ResultsParameters): Promise<SurveyResults> {
    const rows = await this.unit.query('select 1 from surveys where workspace_id = $1 and id = $2', [this.unit.workspaceId(), surveyId]);
    if (rows.length === 0) throw notFound();
    const questions = await this.questions.ofSurvey(surveyId);
    const period = await this.periods.resolve(questions.map(({ id }) => id), { from: from ?? null, to: to ?? null });
    const histograms = await this.readings.histograms(questions, period, { segment, channel });
    return {
      surveyId,
      from: period.from,
      to: period.to,
      questions: questions.map((question) => questionResult(question, histograms.get(question.id) ?? emptyDistribution(question.scale))),
    };
  }
}
