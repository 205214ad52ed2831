import { z } from 'zod';
import { askedDateSchema, endNotBeforeStart, filterQuerySchema, heatmapMetricSchema, idSchema, localDateSchema, periodQuerySchema, pSchema, questionMetricSchema } from './primitives.js';

const figure = z.number().nullable();

/** How far a figure may be trusted, by its number of answers (api.md, Heat map). */
export const figureStatusSchema = z.enum(['no_data', 'suppressed_privacy', 'low_n', 'ok']);
export type FigureStatus = z.infer<typeof figureStatusSchema>;

/** Query of `GET …/journeys/{journeyId}/heatmap`. */
export const heatmapQuerySchema = filterQuerySchema.extend({
  metric: heatmapMetricSchema,
  compareFrom: askedDateSchema.optional(),
  compareTo: askedDateSchema.optional(),
})
  .refine(endNotBeforeStart, { path: ['to'], message: 'must not be before from' })
  .refine((query) => (query.compareFrom == null) === (query.compareTo == null), { path: ['compareTo'], message: 'compareFrom and compareTo go together' })
  .refine((query) => query.compareFrom == null || query.compareTo == null || query.compareFrom <= query.compareTo, { path: ['compareTo'], message: 'must not be before compareFrom' });
export type HeatmapQuery = z.infer<typeof heatmapQuerySchema>;

/** The difference between two periods with its interval (A4 for NPS, normal for the others). */
export const changeSchema = z.object({ diff: figure, ciLow: figure, ciHigh: figure, p: figure, pAdjusted: figure });

const measured = z.object({
  n: z.number().int(),
  effectiveN: figure,
  value: figure,
  weightedValue: figure,
  ciLow: figure,
  ciHigh: figure,
  status: figureStatusSchema,
});

export const heatmapOverallSchema = measured;
export type HeatmapOverall = z.infer<typeof heatmapOverallSchema>;

export const heatmapCellSchema = measured.extend({
  touchpointId: idSchema,
  difference: figure,
  p: figure,
  pAdjusted: figure,
  significant: z.enum(['above', 'below']).nullable(),
  marked: z.boolean(),
  target: figure,
  shrunk: figure,
  change: changeSchema.nullable(),
});
export type HeatmapCell = z.infer<typeof heatmapCellSchema>;

/** Answer of the heat map: one cell per touchpoint of the journey, in map order. `from`/`to` are null when there is nothing to date. */
export const heatmapSchema = z.object({
  metric: heatmapMetricSchema,
  unit: z.enum(['-100..100', '0..100']),
  method: z.string(),
  methodVersion: z.string(),
  from: localDateSchema.nullable(),
  to: localDateSchema.nullable(),
  family: z.object({ tested: z.number().int(), q: z.number() }),
  overall: heatmapOverallSchema.nullable(),
  cells: z.array(heatmapCellSchema),
}).meta({ id: 'Heatmap' });
export type Heatmap = z.infer<typeof heatmapSchema>;

/** Query of `GET …/touchpoints/{touchpointId}/trend`. */
export const trendQuerySchema = filterQuerySchema.extend({
  metric: questionMetricSchema,
  bucket: z.enum(['day', 'week', 'month']).default('month'),
}).refine(endNotBeforeStart, { path: ['to'], message: 'must not be before from' });
export type TrendQuery = z.infer<typeof trendQuerySchema>;

export const trendPointSchema = z.object({
  from: localDateSchema,
  to: localDateSchema,
  n: z.number().int(),
  value: figure,
  ciLow: figure,
  ciHigh: figure,
  status: figureStatusSchema,
});
export type TrendPoint = z.infer<typeof trendPointSchema>;
export const trendSchema = z.object({ points: z.array(trendPointSchema) }).meta({ id: 'Trend' });
export type Trend = z.infer<typeof trendSchema>;

/** Query of `GET …/surveys/{surveyId}/results`. */
export const resultsQuerySchema = filterQuerySchema.refine(endNotBeforeStart, { path: ['to'], message: 'must not be before from' });
export type ResultsQuery = z.infer<typeof resultsQuerySchema>;

/** One score of a question by one metric's formula; `metric` names the formula (a csat question also has `csi` and `mean`). */
export const resultScoreSchema = z.object({
  metric: z.enum(['nps', 'csat', 'csi', 'ces', 'ces100', 'emotion', 'mean']),
  value: figure,
  weightedValue: figure,
  ciLow: figure,
  ciHigh: figure,
});
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

/** What the overlay's selectors offer: labels that occur in the journey's answers, months that have answers, metrics that were asked. */
export const journeyFacetsSchema = z.object({
  metrics: z.array(heatmapMetricSchema),
  segments: z.array(z.string()),
  channels: z.array(z.string()),
  firstDay: localDateSchema.nullable(),
  lastDay: localDateSchema.nullable(),
}).meta({ id: 'JourneyFacets' });
export type JourneyFacets = z.infer<typeof journeyFacetsSchema>;

/** Metrics on 0..100: potentials are distances to 100 or to a target on that scale (A18). */
export const ownershipMetricSchema = heatmapMetricSchema.exclude(['nps', 'emotion']);

/** Query of `GET …/journeys/{journeyId}/ownership` (A18). */
export const ownershipQuerySchema = periodQuerySchema.extend({
  metric: ownershipMetricSchema.default('csi'),
  weights: z.enum(['importance', 'contacts', 'equal']).optional(),
}).refine(endNotBeforeStart, { path: ['to'], message: 'must not be before from' });
export type OwnershipQuery = z.infer<typeof ownershipQuerySchema>;

const ownerSchema = z.object({ functionId: idSchema, userId: idSchema.nullable() });

export const journeyOwnershipSchema = z.object({
  metric: ownershipMetricSchema,
  weights: z.enum(['importance', 'contacts', 'equal']),
  from: localDateSchema.nullable(),
  to: localDateSchema.nullable(),
  touchpoints: z.array(z.object({
    touchpointId: idSchema,
    weight: figure,
    value: figure,
    n: z.number().int(),
    target: figure,
    owner: ownerSchema.nullable(),
    hhi: figure,
    functions: z.array(z.object({ functionId: idSchema, degree: z.number().int(), share: figure })),
  })),
  functions: z.array(z.object({ functionId: idSchema, name: z.string(), potential: z.number(), potentialShare: figure })),
}).meta({ id: 'JourneyOwnership' });
export type JourneyOwnership = z.infer<typeof journeyOwnershipSchema>;

/** Query of `GET /workspaces/{workspaceId}/pulse`; without a journey, the one with the latest answers. */
export const pulseQuerySchema = periodQuerySchema.extend({ journeyId: idSchema.optional() })
  .refine(endNotBeforeStart, { path: ['to'], message: 'must not be before from' });
export type PulseQuery = z.infer<typeof pulseQuerySchema>;

/** A headline: the figure now, the period before it of the same length, and the change between them. */
export const pulseHeadlineSchema = z.object({
  metric: questionMetricSchema,
  now: heatmapOverallSchema,
  before: heatmapOverallSchema.nullable(),
  change: changeSchema.nullable(),
  /** Shares 0..100 of promoters, passives and detractors; NPS only, null while the figure is hidden. */
  shares: z.object({ promoters: z.number(), passives: z.number(), detractors: z.number() }).nullable(),
});
export type PulseHeadline = z.infer<typeof pulseHeadlineSchema>;

/** Touchpoints of the strip with n ≥ 30 and a stated weight, the largest potential first; their figures stand in the strip. */
export const pulsePrioritySchema = z.object({
  /** What the touchpoints are weighed by: importance 0..10 as stated, or contacts a month, whichever more of them have. */
  by: z.enum(['importance', 'contacts']),
  meanWeight: z.number(),
  meanValue: z.number(),
  points: z.array(z.object({ touchpointId: idSchema, weight: z.number(), quadrant: z.enum(['concentrate', 'keep_up', 'low_priority', 'possible_overkill']) })),
  /** Touchpoints of the strip that are not among `points`. */
  omitted: z.number().int(),
});
export type PulsePriority = z.infer<typeof pulsePrioritySchema>;

export const pulseSchema = z.object({
  journey: z.object({ id: idSchema, name: z.string() }).nullable(),
  from: localDateSchema.nullable(),
  to: localDateSchema.nullable(),
  compareFrom: localDateSchema.nullable(),
  compareTo: localDateSchema.nullable(),
  nps: pulseHeadlineSchema.nullable(),
  csi: pulseHeadlineSchema.nullable(),
  /** 13 months up to the period's last month; `metric` is NPS where it is asked, else CSI. */
  trend: z.object({ metric: questionMetricSchema, points: z.array(trendPointSchema) }).nullable(),
  /** The journey's touchpoints in map order with their heat-map figure. */
  strip: z.object({
    metric: heatmapMetricSchema,
    stages: z.array(z.object({ stageId: idSchema, name: z.string(), cells: z.array(heatmapCellSchema.extend({ name: z.string() })) })),
  }).nullable(),
  /** The three lowest by shrunken value (value where shrinkage is not available), n ≥ 30 only. */
  worst: z.array(z.object({
    touchpointId: idSchema,
    name: z.string(),
    n: z.number().int(),
    value: figure,
    ciLow: figure,
    ciHigh: figure,
    owner: z.object({ functionId: idSchema, functionName: z.string(), userName: z.string().nullable() }).nullable(),
    weakestP: pSchema.nullable(),
    spread: figure,
  })),
  functions: z.array(z.object({ functionId: idSchema, name: z.string(), potential: z.number(), potentialShare: figure })),
  /** Importance × performance (methodology B1); null where fewer than four touchpoints can be placed or all are equally important. */
  priority: pulsePrioritySchema.nullable(),
}).meta({ id: 'Pulse' });
export type Pulse = z.infer<typeof pulseSchema>;
