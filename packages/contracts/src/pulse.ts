import { z } from 'zod';
import { changeSchema, figure } from './figures.js';
import { heatmapCellSchema, heatmapOverallSchema } from './heatmap.js';
import { heatmapMetricSchema, idSchema, localDateSchema, pSchema, questionMetricSchema } from './primitives.js';
import { endNotBeforeStart, periodQuerySchema } from './report-query.js';
import { trendPointSchema } from './trend.js';

/** Query of `GET /workspaces/{workspaceId}/pulse`; without a journey, the one with the latest answers. */
export const pulseQuerySchema = periodQuerySchema.extend({ journeyId: idSchema.optional() })
  .refine(...endNotBeforeStart);
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
