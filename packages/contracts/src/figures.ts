import { z } from 'zod';

/** A figure; null where it cannot be computed or must not be shown. */
export const figure = z.number().nullable();

/** How far a figure may be trusted, by its number of answers (api.md, Heat map). */
export const figureStatusSchema = z.enum(['no_data', 'suppressed_privacy', 'low_n', 'ok']);
export type FigureStatus = z.infer<typeof figureStatusSchema>;

/** The difference between two periods with its interval (A4 for NPS, normal for the others). */
export const changeSchema = z.object({ diff: figure, ciLow: figure, ciHigh: figure, p: figure, pAdjusted: figure });

/** A figure with what tells how sure it is. */
export const measuredSchema = z.object({
  n: z.number().int(),
  effectiveN: figure,
  value: figure,
  weightedValue: figure,
  ciLow: figure,
  ciHigh: figure,
  status: figureStatusSchema,
});
