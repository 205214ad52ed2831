import { z } from 'zod';
import { changeSchema, figure, measuredSchema } from './figures.js';
import { heatmapMetricSchema, idSchema, localDateSchema } from './primitives.js';
import { askedDateSchema, endNotBeforeStart, filterQuerySchema } from './report-query.js';

/** Query of `GET …/journeys/{journeyId}/heatmap`. */
export const heatmapQuerySchema = filterQuerySchema.extend({
  metric: heatmapMetricSchema,
  compareFrom: askedDateSchema.optional(),
  compareTo: askedDateSchema.optional(),
})
  .refine(...endNotBeforeStart)
  .refine((query) => (query.compareFrom == null) === (query.compareTo == null), { path: ['compareTo'], message: 'compareFrom and compareTo go together' })
  .refine((query) => query.compareFrom == null || query.compareTo == null || query.compareFrom <= query.compareTo, { path: ['compareTo'], message: 'must not be before compareFrom' });
export type HeatmapQuery = z.infer<typeof heatmapQuerySchema>;

/** The journey as a whole: its own questions, never an average of cells. */
export const heatmapOverallSchema = measuredSchema;
export type HeatmapOverall = z.infer<typeof heatmapOverallSchema>;

/** A touchpoint's figure, its difference from the rest of the map, and what the map marks. */
export const heatmapCellSchema = measuredSchema.extend({
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

/** What the overlay's selectors offer: labels that occur in the journey's answers (the first 500 of each kind), months that have answers, metrics that were asked. */
export const journeyFacetsSchema = z.object({
  metrics: z.array(heatmapMetricSchema),
  segments: z.array(z.string()),
  channels: z.array(z.string()),
  firstDay: localDateSchema.nullable(),
  lastDay: localDateSchema.nullable(),
}).meta({ id: 'JourneyFacets' });
export type JourneyFacets = z.infer<typeof journeyFacetsSchema>;
