import { z } from 'zod';
import { figure, figureStatusSchema } from './figures.js';
import { localDateSchema, questionMetricSchema } from './primitives.js';
import { endNotBeforeStart, filterQuerySchema } from './report-query.js';

/** Query of `GET …/touchpoints/{touchpointId}/trend`. */
export const trendQuerySchema = filterQuerySchema.extend({
  metric: questionMetricSchema,
  bucket: z.enum(['day', 'week', 'month']).default('month'),
}).refine(...endNotBeforeStart);
export type TrendQuery = z.infer<typeof trendQuerySchema>;

/** A day, week or month with its figure. */
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
