import { z } from 'zod';
import { figure } from './figures.js';
import { heatmapMetricSchema, idSchema, localDateSchema } from './primitives.js';
import { endNotBeforeStart, periodQuerySchema } from './report-query.js';

/** Metrics on 0..100: potentials are distances to 100 or to a target on that scale (A18). */
export const ownershipMetricSchema = heatmapMetricSchema.exclude(['nps', 'emotion']);

/** Query of `GET …/journeys/{journeyId}/ownership` (A18). */
export const ownershipQuerySchema = periodQuerySchema.extend({
  metric: ownershipMetricSchema.default('csi'),
  weights: z.enum(['importance', 'contacts', 'equal']).optional(),
}).refine(...endNotBeforeStart);
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
