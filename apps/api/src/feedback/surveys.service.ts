import { Injectable } from '@nestjs/common';
import { isScale, scaleFitsMetric, type PageQuery, type Survey, type SurveyCreate, type Surveys } from '@afferent/contracts';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { explained } from '../platform/database/violated-constraint.js';
import type { Actor } from '../platform/http/actor.js';
import { pageOf, valuesOf } from '../platform/http/cursor.js';
import { notFound, Problem, unprocessable, type ProblemIssue } from '../platform/http/problem.js';
import { TouchpointsService } from '../touchpoints/touchpoints.service.js';
import { presentSurvey } from './survey.presenter.js';
import { SurveysRepository, type QuestionRow, type SurveyRow } from './surveys.repository.js';

type Drafted = Omit<QuestionRow, 'id'>;
type Conflicts = Awaited<ReturnType<SurveysRepository['scaleConflicts']>>;

/** What is asked is asked on another scale already. */
export class ScaleConflict extends Problem {
  constructor(
    readonly conflicts: Conflicts,
    questions: readonly Drafted[],
  ) {
    super(422, 'scale_conflict', 'Two scales are never pooled: the same is asked on another scale already', {
      issues: conflicts.map((conflict) => ({
        path: `questions.${questions.findIndex((question) => question.key === conflict.key)}.scale`,
        code: 'scale_conflict',
        message: `“${conflict.key}” is asked on ${conflict.scaleMin}..${conflict.scaleMax} already`,
      })),
    });
  }
}

function faultsOf(body: SurveyCreate): ProblemIssue[] {
  const issues: ProblemIssue[] = [];
  const keys = new Set<string>();
  const asked = new Set<string>();
  body.questions.forEach((question, index) => {
    const fault = (field: string, code: string, message: string) => issues.push({ path: `questions.${index}.${field}`, code, message });
    if (keys.has(question.key)) fault('key', 'duplicate_key', 'two questions have this key');
    keys.add(question.key);
    const pair = `${question.touchpointId ?? ''} ${question.metric}`;
    if (asked.has(pair)) fault('touchpointId', 'duplicate_question', 'one question per survey, touchpoint and metric');
    asked.add(pair);
    if (!isScale(question.scale)) fault('scale', 'invalid_scale', 'a scale has 2 to 11 points, lowest first');
    else if (!scaleFitsMetric(question.metric, question.scale)) fault('scale', 'invalid_scale', `this scale does not fit ${question.metric}`);
    if (question.touchpointId === null && body.journeyId == null) fault('touchpointId', 'journey_required', 'a question about the whole journey needs journeyId');
  });
  return issues;
}

/** Surveys: what is asked, by which metric, about which touchpoint or whole journey. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly repository: SurveysRepository,
    private readonly touchpoints: TouchpointsService,
  ) {}

  list(actor: Actor, query: PageQuery): Promise<Surveys> {
    return this.unit.run(actor, async () => {
      const [before = null] = valuesOf(query.cursor, 1) ?? [];
      const page = pageOf(await this.repository.list(before, query.limit + 1), query.limit, (row) => [row.id]);
      return { items: page.items.map(presentSurvey), nextCursor: page.nextCursor };
    });
  }

  get(actor: Actor, id: string): Promise<Survey> {
    return this.unit.run(actor, async () => presentSurvey(await this.found(id)));
  }

  create(actor: Actor, body: SurveyCreate): Promise<Survey> {
    const issues = faultsOf(body);
    const [first] = issues;
    if (first) throw unprocessable(first.code, 'The questions break a rule of surveys', issues);
    return this.unit.run(actor, () => explained({ surveys_journey_id_fkey: notFound }, async () => {
      const wanted = [...new Set(body.questions.flatMap((question) => question.touchpointId?.toLowerCase() ?? []))];
      if ((await this.touchpoints.held(wanted)).size < wanted.length) throw notFound();
      const row = { id: newId(), name: body.name, kind: body.kind, journeyId: body.journeyId ?? null };
      await this.repository.insert(row);
      await this.add(row.id, row.journeyId, 0, body.questions);
      return presentSurvey(await this.found(row.id));
    }));
  }

  /** For a unit of work: adds questions to a survey, refusing a second scale for what is asked elsewhere already. */
  async add(surveyId: string, journeyId: string | null, firstPosition: number, questions: readonly Drafted[]): Promise<QuestionRow[]> {
    await this.repository.lockScales();
    const conflicts = await this.repository.scaleConflicts(journeyId, questions);
    if (conflicts.length > 0) throw new ScaleConflict(conflicts, questions);
    const rows = questions.map((question) => ({ ...question, id: newId() }));
    await this.repository.addQuestions(surveyId, firstPosition, rows);
    return rows;
  }

  private async found(id: string): Promise<SurveyRow> {
    const row = await this.repository.find(id);
    if (row === undefined) throw notFound();
    return row;
  }
}
