import { z } from 'zod';
import { figure, figureStatusSchema } from './figures.js';
import { idSchema, localDateSchema, questionMetricSchema } from './primitives.js';
import { endNotBeforeStart, filterQuerySchema } from './report-query.js';

/** Query of `GET …/surveys/{surveyId}/results`. */
export const resultsQuerySchema = filterQuerySchema.refine(...endNotBeforeStart);
export type ResultsQuery = z.infer<typeof resultsQuerySchema>;

/** One score of a question by one metric's formula; `metric` names the formula (a csat question also has `csi` and `mean`). */
export const resultScoreSchema = z.object({
  metric: z.enum(['nps', 'csat', 'csi', 'ces', 'ces100', 'emotion', 'mean']),
  value: figure,
  weightedValue: figure,
  ciLow: figure,
  ciHigh: figure,
});
/** A question with its answers and every score they give. */
export const questionResultSchema = z.object({
  questionId: idSchema,
  key: z.string(),
  text: z.string(),
  metric: questionMetricSchema,
  scale: z.tuple([z.number().int(), z.number().int()]),
  touchpointId: idSchema.nullable(),
  n: z.number().int(),
  effectiveN: figure,
  status: figureStatusSchema,
  /** Answers per scale point, lowest first; null while the number of answers is too small to show. */
  histogram: z.array(z.object({ score: z.number().int(), n: z.number().int() })).nullable(),
  scores: z.array(resultScoreSchema),
});
export type QuestionResult = z.infer<typeof questionResultSchema>;
export const surveyResultsSchema = z.object({
  surveyId: idSchema,
  from: localDateSchema.nullable(),
  to: localDateSchema.nullable(),
  questions: z.array(questionResultSchema),
}).meta({ id: 'SurveyResults' });
export type SurveyResults = z.infer<typeof surveyResultsSchema>;
