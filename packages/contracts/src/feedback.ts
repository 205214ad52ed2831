import { z } from 'zod';
import { pageQuerySchema, pageSchema } from './page.js';
import { idSchema, instantSchema, lineSchema, localDateSchema, questionMetricSchema, textSchema } from './primitives.js';

/** The cube's label for "all values"; therefore no segment or channel may be called so. */
export const allLabel = '*';

/** A segment's or channel's label in data. */
export const labelSchema = lineSchema(200).refine((value) => value !== allLabel, `"${allLabel}" stands for all values and cannot be a label`);

/** Stable name of a question inside its survey. */
export const questionKeySchema = lineSchema(100);

const scaleEnd = z.number().int().min(-100).max(100);
const scaleEndsSchema = z.tuple([scaleEnd, scaleEnd]);

/** Whether a scale has between 2 and 11 points, lowest first. */
export const isScale = ([min, max]: readonly [number, number]): boolean => max - min >= 1 && max - min <= 10;

/** Lowest and highest answer, both integers; between 2 and 11 points. */
export const scaleSchema = scaleEndsSchema.refine(isScale, 'a scale has 2 to 11 points, lowest first');
export type Scale = z.infer<typeof scaleSchema>;

const fixedScales: Partial<Record<z.infer<typeof questionMetricSchema>, Scale>> = { nps: [0, 10], emotion: [-2, 2] };

/** Steps a scale needs so that not every answer is in the box: CSAT counts the top two points, CES the top three (A8, A10). */
const leastSteps: Partial<Record<z.infer<typeof questionMetricSchema>, number>> = { csat: 2, ces: 3 };

/** Whether a metric can be asked on a scale: NPS is 0..10 and emotion −2..2 by definition (A1, A11), a box must leave points outside. */
export const scaleFitsMetric = (metric: z.infer<typeof questionMetricSchema>, [min, max]: Scale): boolean => {
  const fixed = fixedScales[metric];
  if (fixed) return min === fixed[0] && max === fixed[1];
  return max - min >= (leastSteps[metric] ?? 1);
};

const surveyQuestionSchema = z.strictObject({
  key: questionKeySchema,
  text: textSchema(1000).trim().min(1),
  metric: questionMetricSchema,
  scale: scaleEndsSchema,
  touchpointId: idSchema.nullable(),
});

/** Body of `POST /workspaces/{workspaceId}/surveys`; rules between fields are checked by the API (422). */
export const surveyCreateSchema = z.strictObject({
  name: lineSchema(200),
  kind: z.enum(['relational', 'transactional']),
  journeyId: idSchema.nullish(),
  questions: z.array(surveyQuestionSchema).min(1).max(500),
}).meta({ id: 'SurveyCreate' });
export type SurveyCreate = z.infer<typeof surveyCreateSchema>;

export const questionSchema = z.object({
  id: idSchema,
  key: z.string(),
  text: z.string(),
  metric: questionMetricSchema,
  scale: z.tuple([z.number().int(), z.number().int()]),
  touchpointId: idSchema.nullable(),
}).meta({ id: 'Question' });
export type Question = z.infer<typeof questionSchema>;

export const surveySchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['relational', 'transactional']),
  journeyId: idSchema.nullable(),
  createdAt: instantSchema,
  questions: z.array(questionSchema),
}).meta({ id: 'Survey' });
export type Survey = z.infer<typeof surveySchema>;

export const surveysSchema = pageSchema(surveySchema).meta({ id: 'Surveys' });
export type Surveys = z.infer<typeof surveysSchema>;

/** Most responses one batch may carry. */
export const maxBatchItems = 1000;

/** One response of a batch. Only the shape is fixed here: values that break a rule reject their item alone. */
export const responseItemSchema = z.strictObject({
  externalId: z.string().max(2000),
  answeredAt: z.string().max(100),
  experiencedAt: z.string().max(100).nullish(),
  channel: z.string().max(2000).nullish(),
  segment: z.string().max(2000).nullish(),
  weight: z.number().nullish(),
  attributes: z.record(z.string().max(200), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])).nullish(),
  comment: z.string().max(20_000).nullish(),
  customerRef: z.string().max(2000).nullish(),
  answers: z.record(z.string().max(200), z.number()),
});
export type ResponseItem = z.infer<typeof responseItemSchema>;

/** Body of `POST /workspaces/{workspaceId}/responses`. */
export const responsesBatchSchema = z.strictObject({
  surveyId: idSchema,
  responses: z.array(responseItemSchema).max(maxBatchItems),
}).meta({ id: 'ResponsesBatch' });
export type ResponsesBatch = z.infer<typeof responsesBatchSchema>;

/** What became of a batch: every item is accepted, a duplicate, or listed as rejected. */
export const responsesResultSchema = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.array(z.object({ index: z.number().int(), externalId: z.string(), code: z.string(), detail: z.string() })),
}).meta({ id: 'ResponsesResult' });
export type ResponsesResult = z.infer<typeof responsesResultSchema>;

/** A stored response as the API shows it; `day` is the local date it counts on. */
export const responseSchema = z.object({
  id: idSchema,
  surveyId: idSchema,
  externalId: z.string(),
  answeredAt: instantSchema,
  experiencedAt: instantSchema.nullable(),
  day: localDateSchema,
  segment: z.string().nullable(),
  channel: z.string().nullable(),
  /** Decimal text, exactly as it came; null counts as 1. */
  weight: z.string().nullable(),
  comment: z.string().nullable(),
  customerRef: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
}).meta({ id: 'Response' });
export type Response = z.infer<typeof responseSchema>;

export const responsesSchema = pageSchema(responseSchema).meta({ id: 'Responses' });
export type Responses = z.infer<typeof responsesSchema>;

/** Query of `GET …/surveys/{surveyId}/responses`. */
export const responsesQuerySchema = pageQuerySchema.extend({ externalId: z.string().max(2000).optional() });
export type ResponsesQuery = z.infer<typeof responsesQuerySchema>;
